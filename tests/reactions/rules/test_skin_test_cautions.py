"""What makes a session weak: time, medicines, what is not recorded."""

from fractions import Fraction

import pytest

from reactions.rules.skin_test_input import Reading, Washout
from reactions.rules.skin_tests import judge
from reactions.rules.washouts import washout_cautions
from tests.reactions.rules.skin_test_cases import codes, intradermal, mm, prick, session


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
