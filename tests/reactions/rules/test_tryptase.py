"""Tryptase: at every edge of both rules."""

from fractions import Fraction

import pytest

from reactions.rules.level import read_level
from reactions.rules.messages import in_words
from reactions.rules.tryptase import judge_tryptase
from tests.reactions.rules.tryptase_cases import codes, judged


def test_the_published_rise():
    """Omalizumab series, patient 2: 44.7 at the reaction, 3.2 as baseline."""
    verdict = judged("44.7", "3.2", minutes_after_onset=Fraction(60))
    assert verdict.significant is verdict.by_twenty_percent is verdict.by_ratio is True
    assert (verdict.threshold, verdict.ratio) == (read_level("5.84"), read_level("13.96875"))
    assert verdict.source == "Valent 2019"
    assert [in_words(reason) for reason in verdict.because] == [
        "acute 44.7 ng/mL; threshold 1.2 x baseline + 2 = 5.84 ng/mL",
        "acute / baseline = 13.97; alternative limit 1.685",
    ]
    assert codes(verdict.cautions) == ["tryptase-acute-above-normal"]
    assert verdict.cannot == ()


@pytest.mark.parametrize(
    ("acute", "at_threshold", "risen"),
    [
        ("5.839", True, False),
        ("5.84", True, True),
        ("5.84", False, False),
        ("5.841", False, True),
    ],
)
def test_the_edge_of_the_threshold(acute, at_threshold, risen):
    assert judged(acute, "3.2", at_threshold_risen=at_threshold).significant is risen


@pytest.mark.parametrize(("acute", "risen"), [("16.84", False), ("16.85", False), ("16.86", True)])
def test_the_ratio_is_strictly_above(acute, risen):
    verdict = judged(acute, "10", rule="ratio")
    assert verdict.significant is verdict.by_ratio is risen
    assert verdict.source == "PMID 34425177"


def test_the_rules_can_disagree_and_both_are_kept():
    low, high = judged("2.9", "1"), judged("15", "10")
    assert (low.by_twenty_percent, low.by_ratio) == (False, True)
    assert (high.by_twenty_percent, high.by_ratio) == (True, False)


def test_no_verdict_without_both_values():
    assert codes(judged("44.7", None).cannot) == ["tryptase-baseline-missing"]
    assert codes(judged(None, None).cannot) == ["tryptase-acute-missing", "tryptase-baseline-missing"]
    only = judged(None, "3.2")
    assert (only.significant, only.ratio, only.threshold.text, only.because) == (None, None, "5.84", ())
    assert codes(judged("44.7", None).cautions) == ["tryptase-time-not-recorded", "tryptase-acute-above-normal"]


@pytest.mark.parametrize(
    ("minutes", "acute", "tells"),
    [(14, "5", None), (15, "5", False), (240, "5", False), (241, "5", None), (300, "50", True)],
)
def test_no_rise_is_concluded_only_within_the_window(minutes, acute, tells):
    verdict = judge_tryptase(baseline=read_level("4"), acute=read_level(acute), minutes_after_onset=Fraction(minutes))
    assert verdict.tells is tells
