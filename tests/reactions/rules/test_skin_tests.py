"""Skin tests: every edge of a reading, what controls void, cautions, and the two published readings."""

from fractions import Fraction

import pytest

from reactions.rules.messages import in_words
from reactions.rules.skin_test_input import Delayed, Reading, SkinTests, Washout, Wheal
from reactions.rules.skin_tests import judge
from reactions.rules.washouts import washout_cautions


def mm(*sizes):
    longest, perpendicular = (Fraction(size) for size in (sizes if len(sizes) == 2 else sizes * 2))
    return Wheal(longest_mm=longest, perpendicular_mm=perpendicular)


def prick(*wheal, erythema="10", **more):
    return Reading(kind="prick", wheal=mm(*wheal), erythema_mm=erythema and Fraction(erythema), **more)


def intradermal(*wheal, erythema="10", **more):
    return Reading(kind="intradermal", wheal=mm(*wheal), erythema_mm=erythema and Fraction(erythema), **more)


def session(*readings, histamine=6, negative=0, **more):
    return SkinTests(
        readings=readings,
        histamine=None if histamine is None else mm(histamine),
        negative=None if negative is None else mm(negative),
        **more,
    )


def result(*readings, **more):
    return judge(session(*readings, **more)).result


def codes(reasons):
    return [reason.code for reason in reasons]


@pytest.mark.parametrize(
    ("wheal", "negative", "said"),
    [
        ((3, 2), 0, "negative"),
        ((3, 3), 0, "positive"),
        ((4, 2), 0, "positive"),
        ((5, 4), 2, "negative"),
        ((5, 5), 2, "positive"),
        (("5.8", "5.8"), "2.9", "negative"),
        (("5.9", "5.9"), "2.9", "positive"),
        ((6, 6), 3, "invalid"),
        ((5, 5), 3, "negative"),
    ],
)
def test_the_edge_of_a_prick(wheal, negative, said):
    assert result(prick(*wheal), negative=negative) == said


@pytest.mark.parametrize(
    ("wheal", "bleb", "growth", "said"),
    [
        (("7.9", "7.9"), 5, 3, "negative"),
        ((8, 8), 5, 3, "positive"),
        ((9, 7), 5, 3, "positive"),
        (("9.9", "9.9"), 5, 5, "negative"),
        ((10, 10), 5, 5, "positive"),
    ],
)
def test_the_edge_of_an_intradermal(wheal, bleb, growth, said):
    assert result(intradermal(*wheal, initial=mm(bleb)), growth_mm=Fraction(growth)) == said


def test_without_a_bleb_an_intradermal_is_compared_with_its_own_control_only():
    assert result(intradermal(6, control=mm(3))) == "positive"
    assert result(intradermal("5.9", control=mm(3))) == "negative"
    assert result(intradermal(9, initial=mm(5), control=mm(9))) == "positive"
    unknown = judge(session(intradermal(6)))
    assert (unknown.result, codes(unknown.cannot)) == (None, ["bleb-and-control-missing"])
    assert result(intradermal(2)) == "negative"


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


def test_a_small_prick_needs_no_negative_control():
    assert result(prick(2), negative=None) == "negative"


@pytest.mark.parametrize(
    ("histamine", "said", "valid"), [("2.9", "invalid", False), (3, "negative", True), (None, None, None)]
)
def test_a_negative_needs_histamine(histamine, said, valid):
    verdict = judge(session(prick(0), histamine=histamine))
    assert (verdict.result, verdict.valid) == (said, valid)
    assert result(prick(4), histamine=histamine) == "positive"


def test_an_own_negative_control_stands_for_that_of_the_series():
    assert result(prick(6, control=mm(4)), negative=0) == "negative"
    assert result(prick(7, control=mm(4)), negative=0) == "invalid"
    assert result(prick(4, control=mm(0)), negative=5) == "positive"
    assert judge(session(prick(0, control=mm(0)), negative=None)).valid is True
    assert judge(session(prick(0, control=mm(0)), negative=5)).valid is False


def test_the_negative_control_of_the_pricks_says_nothing_of_an_intradermal_alone():
    assert judge(session(intradermal(9, initial=mm(5)), negative=3)).valid is True


def test_invalid_is_not_negative_and_gives_way_to_a_positive():
    assert result(prick(6), intradermal(5, initial=mm(5)), negative=3) == "invalid"
    assert result(prick(6), intradermal(8, initial=mm(5)), negative=3) == "positive"
    assert result(prick(0), intradermal(6)) is None


def test_a_wheal_whose_flare_was_looked_for_and_absent_is_not_positive():
    verdict = judge(session(prick(4, erythema="0"), intradermal(5, initial=mm(5))))
    assert (verdict.result, codes(verdict.cautions)) == ("negative", ["wheal-without-flare"])


def test_negative_pricks_alone_carry_a_caution():
    assert codes(judge(session(prick(0))).cautions) == ["intradermal-not-done"]
    assert codes(judge(session(prick(0), intradermal(5, initial=mm(5)))).cautions) == []
    assert codes(judge(session(prick(4))).cautions) == []


@pytest.mark.parametrize(
    ("days", "wheal", "said"),
    [
        (13, 4, ["too-early"]),
        (14, 4, []),
        (365, 0, ["intradermal-not-done"]),
        (366, 0, ["intradermal-not-done", "late-negative"]),
        (366, 4, []),
    ],
)
def test_too_early_and_too_late(days, wheal, said):
    assert codes(judge(session(prick(wheal), days_after_reaction=Fraction(days))).cautions) == said


def test_what_was_not_recorded_is_named():
    verdict = judge(session(prick(4), histamine=None))
    assert codes(verdict.not_recorded) == [
        "days-after-reaction-not-recorded", "washouts-not-recorded", "histamine-not-recorded",
    ]  # fmt: skip
    empty = judge(session(Reading(kind="prick", wheal=None), days_after_reaction=Fraction(20), washouts=()))
    assert (empty.result, codes(empty.cannot), empty.not_recorded) == (None, ["wheal-missing"], ())
    assert codes(judge(session()).cannot) == ["no-reading"]
    assert judge(session()).result is None


def test_delayed_readings_stand_apart():
    late = Delayed(hours=Fraction(48), infiltrated=True)
    none = Delayed(hours=Fraction(24), infiltrated=False)
    verdict = judge(session(prick(0, delayed=(none, late)), intradermal(5, initial=mm(5), delayed=(none,))))
    assert [reading.delayed for reading in verdict.readings] == ["positive", "negative"]
    assert (verdict.delayed, verdict.result) == (True, "negative")
    assert judge(session(prick(0, delayed=(none,)))).delayed is False
    assert judge(session(prick(0))).delayed is None


def test_readings_below_what_they_are_compared_with():
    said = [
        in_words(judge(session(reading, negative=2)).readings[0].because[0])
        for reading in (
            prick(1),
            intradermal(4, initial=mm(5)),
            intradermal(4, control=mm(5)),
            intradermal(5, initial=mm(5)),
        )
    ]
    assert said == [
        "1 mm below the negative control",
        "1 mm smaller than the bleb",
        "1 mm below its own negative control",
        "grown by 0 mm over the bleb",
    ]


@pytest.mark.parametrize(
    ("washout", "said"),
    [
        ({"days_since": Fraction(6), "least_days": 3, "recommended_days": 7}, ["washout-too-short"]),
        ({"days_since": Fraction(7), "least_days": 3, "recommended_days": 7}, []),
        ({"days_since": None, "least_days": 3, "recommended_days": 7}, ["washout-not-known"]),
        ({"days_since": Fraction(0)}, []),
        ({"days_since": Fraction(90), "suppresses": True}, ["medicine-suppresses"]),
        ({"days_since": Fraction(90), "known": False}, ["medicine-not-listed"]),
    ],
)
def test_washouts(washout, said):
    one = Washout(medicine="cetirizine", **washout)
    assert codes(washout_cautions([one])) == codes(judge(session(prick(4), washouts=(one,))).cautions) == said
    assert judge(session(prick(4), washouts=(one,))).has_caution("washout-too-short") == ("washout-too-short" in said)
