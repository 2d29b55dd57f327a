"""Tryptase: at every edge of both rules, with values beyond what a laboratory can measure."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reactions.rules.level import Level, read_level
from reactions.rules.messages import in_words
from reactions.rules.tryptase import judge_tryptase


def judged(acute, baseline, **settings):
    return judge_tryptase(
        acute=read_level(acute) if acute else None, baseline=read_level(baseline) if baseline else None, **settings
    )


def codes(reasons):
    return [reason.code for reason in reasons]


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


@pytest.mark.parametrize(
    ("acute", "baseline", "risen"),
    [
        ("3.2", "<1.0", True),  # the baseline is below 1, the threshold below 3.2
        ("3.1", "<1.0", None),
        ("2", "<1.0", False),
        ("2.01", "<1.0", None),
        ("1.99", "<1.0", False),
        ("<1.0", "<1.0", False),
        ("<5.84", "3.2", False),
        ("<5.85", "3.2", None),
        (">5.84", "3.2", True),
        (">5.8", "3.2", None),
        ("200", ">200", False),
        (">200", ">200", None),
        ("<1", ">3", False),
    ],
)
def test_beyond_the_method_only_what_is_certain(acute, baseline, risen):
    verdict = judged(acute, baseline, at_threshold_risen=False)
    assert verdict.significant is risen
    assert codes(verdict.cannot) == ([] if risen is not None else ["tryptase-not-certain"])


@pytest.mark.parametrize(
    ("acute", "baseline", "ratio"),
    [("5", "<1", ">5"), ("<1", "2", "<0.5"), ("<1", ">2", "<0.5"), ("<1", "<2", None), (">200", "10", ">20")],
)
def test_the_ratio_says_on_which_side_it_lies(acute, baseline, ratio):
    found = judged(acute, baseline).ratio
    assert (found and found.text) == ratio


def test_no_verdict_without_both_values():
    assert codes(judged("44.7", None).cannot) == ["tryptase-baseline-missing"]
    assert codes(judged(None, None).cannot) == ["tryptase-acute-missing", "tryptase-baseline-missing"]
    only = judged(None, "3.2")
    assert (only.significant, only.ratio, only.threshold.text, only.because) == (None, None, "5.84", ())
    assert codes(judged("44.7", None).cautions) == ["tryptase-time-not-recorded", "tryptase-acute-above-normal"]


@pytest.mark.parametrize(
    ("minutes", "hours", "said"),
    [
        ("14", 4, ["tryptase-too-early"]),
        ("15", 4, []),
        ("180", 4, []),
        ("181", 4, ["tryptase-late"]),
        ("240", 4, ["tryptase-late"]),
        ("241", 4, ["tryptase-too-late"]),
        ("241", 6, ["tryptase-late"]),
        ("361", 6, ["tryptase-too-late"]),
    ],
)
def test_the_window_of_the_sample(minutes, hours, said):
    verdict = judged("5", "3", minutes_after_onset=Fraction(minutes), window_hours=hours)
    assert codes(verdict.cautions) == said


@pytest.mark.parametrize(
    ("baseline", "said"),
    [
        ("7.9", []),
        ("8", ["tryptase-alpha-tryptasemia"]),
        ("11.4", ["tryptase-alpha-tryptasemia"]),
        (">11.4", ["tryptase-baseline-above-normal", "tryptase-alpha-tryptasemia"]),
        ("20", ["tryptase-baseline-above-normal", "tryptase-alpha-tryptasemia"]),
        ("20.1", ["tryptase-baseline-above-normal", "tryptase-alpha-tryptasemia", "tryptase-mastocytosis"]),
        ("<30", []),
    ],
)
def test_what_a_high_baseline_prompts(baseline, said):
    assert codes(judged(None, baseline).cautions) == said


@pytest.mark.parametrize("text", ["", "<", "0", "-1", "<0", "1,2", "<<1", "about 3", "1 2"])
def test_what_is_no_level(text):
    with pytest.raises(ValueError, match="a number"):
        read_level(text)


def test_a_level_as_it_is_written():
    assert (read_level(" < 1.0 ").text, read_level(">200").shown, read_level("3.20").text) == ("<1", ">200", "3.2")


LEVELS = st.builds(
    Level,
    value=st.fractions(min_value=Fraction(1, 10), max_value=100, max_denominator=10),
    beyond=st.sampled_from(["", "<", ">"]),
)
SHARES = st.fractions(min_value=Fraction(1, 100), max_value=Fraction(99, 100))


@given(LEVELS, LEVELS, SHARES, SHARES, st.booleans())
def test_a_verdict_on_open_values_holds_for_each_value_they_can_be(acute, baseline, one, other, inclusive):
    verdict = judge_tryptase(acute=acute, baseline=baseline, at_threshold_risen=inclusive)
    exact = judge_tryptase(acute=_inside(acute, one), baseline=_inside(baseline, other), at_threshold_risen=inclusive)
    assert verdict.by_twenty_percent in (None, exact.by_twenty_percent)
    assert verdict.by_ratio in (None, exact.by_ratio)


def _inside(level, share):
    factor = {"": 1, "<": share, ">": 1 / share}[level.beyond]
    return Level(value=level.value * factor)
