"""When a systolic pressure is low, at every edge."""

from fractions import Fraction

import pytest

from reactions.rules.hypotension import fall_percent, has_fallen, is_low
from tests.reactions.rules.seeing import seen


@pytest.mark.parametrize(
    ("age", "limit"),
    [(0, 70), (1, 72), (5, 80), (9, 88), (10, 90), (11, 90), (17, 90), (18, 90), (58, 90), (None, 90)],
)
def test_low_is_below_the_limit_of_the_age(age, limit):
    assert is_low(seen(age_years=age, sbp_mmhg=limit - 1)) is True
    assert is_low(seen(age_years=age, sbp_mmhg=Fraction(limit) - Fraction(1, 10))) is True
    assert is_low(seen(age_years=age, sbp_mmhg=limit)) is False
    assert is_low(seen(age_years=age, sbp_mmhg=limit + 1)) is False


@pytest.mark.parametrize(("age", "low"), [(None, True), (58, True), (18, True), (17, False), (10, False)])
def test_90_and_below_is_a_choice_about_adults(age, low):
    assert is_low(seen(age_years=age, sbp_mmhg=90), at_most_90=True) is low
    assert is_low(seen(age_years=age, sbp_mmhg="90.1"), at_most_90=True) is False
    assert is_low(seen(age_years=age, sbp_mmhg=89), at_most_90=True) is True


def test_what_was_not_measured_is_not_normal():
    assert is_low(seen("hypotension")) is None
    assert fall_percent(seen(sbp_mmhg=90)) is None
    assert fall_percent(seen(sbp_mmhg=90, baseline_sbp_mmhg=0)) is None
    assert has_fallen(seen(baseline_sbp_mmhg=130)) is None


@pytest.mark.parametrize(("sbp", "fallen"), [("90.9", True), ("91", False), ("91.1", False), ("130", False)])
def test_a_fall_counts_when_it_is_more_than_30_percent(sbp, fallen):
    assert has_fallen(seen(sbp_mmhg=sbp, baseline_sbp_mmhg=130)) is fallen
    assert fall_percent(seen(sbp_mmhg=91, baseline_sbp_mmhg=130)) == 30
