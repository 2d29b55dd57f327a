"""What holds of every delivery: it is the schedule's own doses, nothing is lost, and it does not see the steps."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from protocols.engine import NothingToCompute, compute
from protocols.engine.delivery import deliver
from tests.protocols.engine.strategies import FIGURES, LINES, specifications

NONE = st.none()


def delivered(specification):
    try:
        schedule = compute(specification)
    except NothingToCompute:
        assume(False)
    return schedule, deliver(schedule, specification.line)


@given(specifications())
def test_each_step_delivers_exactly_the_dose_of_the_schedule(specification):
    schedule, delivery = delivered(specification)
    steps = list(zip(schedule.steps, delivery.steps, strict=True))
    assert all(step.dose == shown.delivered_dose for step, shown in steps)
    assert all(step.cumulative_dose == shown.delivered_cumulative for step, shown in steps)
    assert delivery.delivered.total == schedule.total_dose
    assert delivery.steps[-1].ends == delivery.delivered.pieces[-1].ends == schedule.total_minutes


@given(specifications())
def test_nominal_is_rate_times_time_times_concentration(specification):
    schedule, delivery = delivered(specification)
    concentrations = {bag.number: bag.concentration for bag in schedule.solutions}
    for step, shown in zip(schedule.steps, delivery.steps, strict=True):
        drawn_ml = 0 if step.flush else step.rate_ml_h * step.minutes / 60
        assert shown.nominal_dose == drawn_ml * concentrations[step.solution]


@given(specifications())
def test_delivered_and_in_line_and_left_is_what_was_put_in(specification):
    schedule, delivery = delivered(specification)
    for bag in delivery.solutions:
        assert bag.delivered_amount + bag.in_line_amount + bag.left_in_bag_amount == bag.amount
        assert min(bag.delivered_amount, bag.in_line_ml, bag.in_line_amount, bag.left_in_bag_amount) >= 0
    assert sum(bag.delivered_amount for bag in delivery.solutions) == schedule.total_dose
    assert sum(bag.in_line_ml for bag in delivery.solutions) == schedule.in_line_ml
    assert sum(bag.in_line_amount for bag in delivery.solutions) == schedule.in_line_amount


@given(specifications())
def test_a_curve_has_no_gap_no_fall_and_no_needless_piece(specification):
    _, delivery = delivered(specification)
    for curve in (delivery.nominal, delivery.delivered):
        first = curve.pieces[0]
        assert (first.begins, first.given_before) == (0, 0)
        assert all(piece.begins < piece.ends and piece.dose_per_min >= 0 for piece in curve.pieces)
        for before, after in pairwise(curve.pieces):
            assert (before.ends, before.given_after) == (after.begins, after.given_before)
            assert before.dose_per_min != after.dose_per_min


@given(specifications(), st.fractions(0, 1, max_denominator=100))
def test_straight_lines_join_the_breakpoints(specification, part):
    _, delivery = delivered(specification)
    curve = delivery.delivered
    for (begins, given_before), (ends, given_after) in pairwise(curve.breakpoints):
        minute = begins + part * (ends - begins)
        assert curve.cumulative_at(minute) == given_before + part * (given_after - given_before)
    assert curve.cumulative_at(curve.pieces[-1].ends + 1) == curve.total


@given(specifications(pumps=NONE), st.data())
def test_splitting_a_step_changes_nothing(specification, data):
    whole = [step for step in specification.steps if not isinstance(step.volume_ml, str)]
    step = data.draw(st.sampled_from(whole))
    part = data.draw(st.fractions("0.1", "0.9", max_denominator=10))
    place = specification.steps.index(step)
    pieces = [
        replace(
            step, minutes=step.minutes and step.minutes * share, volume_ml=step.volume_ml and step.volume_ml * share
        )
        for share in (part, 1 - part)
    ]
    split = (*specification.steps[:place], *pieces, *specification.steps[place + 1 :])
    (_, before), (_, after) = delivered(specification), delivered(replace(specification, steps=split))
    assert (before.nominal, before.delivered, before.solutions) == (after.nominal, after.delivered, after.solutions)


@given(specifications(lines=NONE))
def test_without_a_line_delivered_is_nominal(specification):
    _, delivery = delivered(specification)
    assert delivery.same
    assert all(bag.in_line_ml == 0 and bag.arrives_at == bag.hung_at for bag in delivery.solutions)


@given(specifications(lines=LINES))
def test_behind_diluent_the_patient_never_has_more_than_left_the_bags(specification):
    line = replace(specification.line, primed_with="diluent")
    _, delivery = delivered(replace(specification, line=line))
    minutes = [minute for curve in (delivery.nominal, delivery.delivered) for minute, _ in curve.breakpoints]
    assert all(delivery.delivered.cumulative_at(t) <= delivery.nominal.cumulative_at(t) for t in minutes)


@given(specifications(last=("figure",), lines=LINES, rest=False), FIGURES)
def test_in_one_line_for_all_a_longer_line_is_only_later(specification, longer):
    """Behind diluent and at one rate a longer line shifts the whole curve by the time its added volume takes."""
    steps = tuple(
        replace(step, rate_ml_h=Fraction(60), volume_ml=Fraction(30), minutes=None) for step in specification.steps
    )
    short = replace(specification.line, primed_with="diluent", per_solution=False, end_flush=False)
    long = replace(short, dead_volume_ml=short.dead_volume_ml + longer)
    asked = replace(specification, steps=steps, pump=None)
    (_, early), (_, late) = delivered(replace(asked, line=short)), delivered(replace(asked, line=long))
    for minute, _ in early.delivered.breakpoints:
        if minute + longer <= late.delivered.pieces[-1].ends:
            assert late.delivered.cumulative_at(minute + longer) == early.delivered.cumulative_at(minute)
