"""Skin tests: the two published readings, and delayed readings."""

from fractions import Fraction

from reactions.rules.messages import in_words
from reactions.rules.skin_test_input import Delayed
from reactions.rules.skin_tests import judge
from tests.reactions.rules.skin_test_cases import codes, intradermal, mm, prick, session


def test_the_intradermal_of_atezolizumab_is_positive():
    """10 x 10 mm against a glycerinated control of 3 x 3 mm; the negative pricks have no histamine to count by."""
    verdict = judge(session(prick(3), intradermal(10, erythema=None, control=mm(3)), histamine=None, negative=3))
    assert verdict.result == verdict.readings[1].result == "positive"
    assert [in_words(reason) for reason in verdict.readings[1].because] == ["7 mm above its own negative control"]
    assert verdict.readings[0].result is None
    assert codes(verdict.readings[0].cannot) == codes(verdict.cannot) == ["histamine-not-recorded"]
    assert codes(verdict.cautions) == ["flare-not-recorded"]


def test_the_prick_of_alemtuzumab_is_positive_and_its_missing_control_said():
    """Wheal 4 mm, erythema 15 mm, histamine 6 mm; the paper reports no negative control."""
    verdict = judge(session(prick(4, erythema="15"), negative=None, days_after_reaction=Fraction(365)))
    assert (verdict.result, verdict.valid) == ("positive", None)
    assert codes(verdict.cautions) == ["negative-control-not-recorded"]
    assert in_words(verdict.readings[0].because[0]) == "wheal 4 mm, nothing recorded to compare it with"


def test_delayed_readings_stand_apart():
    late = Delayed(hours=Fraction(48), infiltrated=True)
    none = Delayed(hours=Fraction(24), infiltrated=False)
    verdict = judge(session(prick(0, delayed=(none, late)), intradermal(5, initial=mm(5), delayed=(none,))))
    assert [reading.delayed for reading in verdict.readings] == ["positive", "negative"]
    assert (verdict.delayed, verdict.result) == (True, "negative")
    assert judge(session(prick(0, delayed=(none,)))).delayed is False
    assert judge(session(prick(0))).delayed is None
