"""Tryptase beyond what a laboratory can measure: only what is certain."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reactions.rules.level import Level
from reactions.rules.tryptase import judge_tryptase
from tests.reactions.rules.tryptase_cases import codes, judged


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
