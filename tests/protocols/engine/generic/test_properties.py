"""What holds for every generic protocol, whatever is chosen: hypothesis looks for the exception."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from protocols.engine import Choices, compute, generic_template
from protocols.engine.generic import FIRST_RATES_ML_H, SIZES

sizes = st.sampled_from(list(SIZES))
ways = st.sampled_from(["corrected", "truncated", "none"])
figures = st.fractions(min_value=1, max_value=5000, max_denominator=100)


@st.composite
def choices(draw, last_bag=ways):
    """Any dose; bags of 100 mL and more at final rates whose low steps they can bear."""
    return Choices(
        drug="example",
        target_dose=draw(figures),
        unit="mg",
        final_rate_ml_h=draw(st.fractions(min_value=20, max_value=160, max_denominator=10)),
        bag_volume_ml=draw(st.fractions(min_value=100, max_value=1000, max_denominator=10)),
        rates=draw(st.sampled_from(["all", "last"])),
        first_rate_ml_h=draw(st.sampled_from(FIRST_RATES_ML_H)),
        last_bag=draw(last_bag),
    )


def given_before(schedule):
    """What all bags but the last give."""
    last = schedule.solutions[-1].number
    return sum((step.dose for step in schedule.steps if step.solution != last), Fraction(0))


@given(size=sizes, chosen=choices())
def test_the_target_is_given_exactly_or_by_what_earlier_bags_gave_too_much(size, chosen):
    schedule = compute(generic_template(steps=size, choices=chosen))
    excess = given_before(schedule) if chosen.last_bag == "none" else 0
    assert schedule.total_dose == chosen.target_dose + excess


@given(size=sizes, chosen=choices())
def test_a_bag_is_ten_times_the_one_before_up_to_the_last(size, chosen):
    *low, last = compute(generic_template(steps=size, choices=chosen)).solutions
    full = chosen.target_dose / chosen.bag_volume_ml
    assert [bag.concentration for bag in low] == [full / 10**n for n in range(len(low), 0, -1)]
    assert last.concentration <= full
    assert (last.concentration == full) == (chosen.last_bag != "corrected" or size == 4)


@given(size=sizes, chosen=choices(), times=st.integers(min_value=2, max_value=9))
def test_scaling_the_target_scales_every_dose(size, chosen, times):
    larger = Choices(**(vars(chosen) | {"target_dose": chosen.target_dose * times}))
    doses, more = (compute(generic_template(steps=size, choices=one)).steps for one in (chosen, larger))
    assert [step.dose * times for step in doses] == [step.dose for step in more]


@given(size=sizes, chosen=choices(st.just("corrected")))
def test_a_larger_size_is_the_smaller_one_behind_a_weaker_bag(size, chosen):
    steps = generic_template(steps=size, choices=chosen).steps
    whole = generic_template(steps=20, choices=chosen).steps
    assert [step.rate_ml_h for step in whole[-size:]] == [step.rate_ml_h for step in steps]
    assert {step.minutes for step in whole[:-1]} == {15}
