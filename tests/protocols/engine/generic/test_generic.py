"""The generic sizes from one formula: the figures of protocols.md, three last bags, two habits of rates."""

from fractions import Fraction

import pytest

from protocols.engine import Choices, ContentError, compute, generic_template
from tests.protocols.engine.samples import pump, saline_line


def chosen(**changes):
    """1000 mg in 250 mL at 80 mL/h."""
    return Choices(
        **{
            "drug": "example", "target_dose": Fraction(1000), "unit": "mg", "final_rate_ml_h": Fraction(80),
            "bag_volume_ml": Fraction(250),
        } | changes
    )  # fmt: skip


def generic(steps, **changes):
    return generic_template(steps=steps, choices=chosen(**changes))


PRINTED = [
    (4, "219.375", "4.0"),
    (8, "279.375", "3.97"),
    (12, "339.375", "3.96852"),
    (16, "399.375", "3.968372"),
    (20, "459.375", "3.9683572"),
]


@pytest.mark.parametrize(("steps", "minutes", "concentration"), PRINTED)
def test_each_size_has_its_published_figures(steps, minutes, concentration):
    schedule = compute(generic(steps))
    assert len(schedule.steps) == steps
    assert len(schedule.solutions) == steps // 4
    assert schedule.total_minutes == Fraction(minutes)
    assert schedule.solutions[-1].concentration == Fraction(concentration)
    assert schedule.total_dose == 1000


def test_bags_and_rates_of_the_largest():
    specification = generic(20)
    assert [bag.dilution for bag in specification.solutions] == [10_000, 1000, 100, 10, None]
    weak = [2, 5, 10, 20]
    assert [step.rate_ml_h for step in specification.steps] == [*weak * 3, 5, 10, 20, 40, 10, 20, 40, 80]
    infused = [bag.infused_ml for bag in compute(specification).solutions]
    assert infused == [Fraction("9.25")] * 3 + [Fraction("18.75"), 250]


WAYS = [
    ("corrected", "1000", "232.5", "0"),
    ("truncated", "1000", "230.5325", "7.87"),
    ("none", "1007.87", "232.5", "0"),
]


@pytest.mark.parametrize(("last_bag", "total", "last_ml", "discarded"), WAYS)
def test_the_last_bag_in_the_three_published_ways(last_bag, total, last_ml, discarded):
    schedule = compute(generic(12, last_bag=last_bag))
    assert schedule.total_dose == Fraction(total)
    assert schedule.steps[-1].volume_ml == Fraction(last_ml)
    assert schedule.solutions[-1].discarded_amount == Fraction(discarded)


def test_without_a_subtraction_more_than_the_target_is_given_and_blocked():
    findings = compute(generic(12, last_bag="none")).findings
    assert [(finding.level, finding.code) for finding in findings] == [("blocker", "target-exceeded")]
    for last_bag in ("corrected", "truncated"):
        assert compute(generic(12, last_bag=last_bag)).findings == ()


def test_every_rate_scales_with_the_final_one_or_the_low_ones_stay():
    low = [2, 5, 10, 20, 5, 10, 20, 40, 10, 20, 40]
    scaled = [step.rate_ml_h for step in generic(12, final_rate_ml_h=Fraction(100)).steps]
    assert scaled == [rate * Fraction(5, 4) for rate in [*low, 80]]
    kept = [step.rate_ml_h for step in generic(12, final_rate_ml_h=Fraction(75), rates="last").steps]
    assert kept == [*low, 75]


def test_a_weak_bag_starts_at_2_or_at_two_and_a_half():
    rates = [step.rate_ml_h for step in generic(16, first_rate_ml_h=Fraction("2.5")).steps]
    assert (rates[0], rates[4], rates[8]) == (Fraction("2.5"), Fraction("2.5"), 5)
    halved = generic(16, first_rate_ml_h=Fraction("2.5"), final_rate_ml_h=Fraction(40)).steps
    assert halved[0].rate_ml_h == Fraction("1.25")
    assert compute(generic(16, first_rate_ml_h=Fraction("2.5"))).findings == ()
    assert [finding.code for finding in compute(generic(16)).findings] == ["no-rise-at-bag-change"]


def test_dose_volume_line_and_pump_are_those_chosen():
    specification = generic(
        8, drug="carboplatin", target_dose=Fraction(500), bag_volume_ml=Fraction(100), line=saline_line(2), pump=pump()
    )
    assert (specification.drug, specification.unit) == ("carboplatin", "mg")
    assert (specification.line, specification.pump) == (saline_line(2), pump())
    assert [bag.volume_ml for bag in specification.solutions] == [100, 100]
    assert compute(specification).target_dose == 500


@pytest.mark.parametrize("steps", [0, 3, 5, 10, 24])
def test_another_number_of_steps_is_refused(steps):
    with pytest.raises(ContentError, match="steps: expected one of 4, 8, 12, 16, 20"):
        generic(steps)


@pytest.mark.parametrize("rate", ["1.9", "2.25", "5"])
def test_another_first_rate_is_refused(rate):
    with pytest.raises(ContentError, match=r"first_rate_ml_h: expected 2 or 2\.5"):
        generic(12, first_rate_ml_h=Fraction(rate))
