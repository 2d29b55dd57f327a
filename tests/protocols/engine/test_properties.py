"""What holds for every schedule (safety.md 4); the independent implementation is compared in tests/protocols/second."""

import json
from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from desens.numbers.files import load_text
from protocols.engine import (
    NothingToCompute,
    Step,
    compute,
    explain_finding,
    explain_step,
    from_stored,
    read_specification,
    specification_from_stored,
    specification_to_stored,
    to_contract,
    to_stored,
)
from tests.protocols.engine.strategies import FIGURES, LINES, PUMPS, specifications

FIXED = ("figure", "full")
NONE = st.none()


def computed(specification):
    """The schedule, or the example is set aside where none exists."""
    try:
        return compute(specification)
    except NothingToCompute:
        assume(False)


def doses(schedule):
    return [step.dose for step in schedule.steps]


@given(specifications())
def test_what_was_drawn_was_given_or_stays_in_the_line(specification):
    schedule = computed(specification)
    drawn = sum(bag.concentration * bag.infused_ml for bag in schedule.solutions)
    assert drawn == schedule.total_dose + schedule.in_line_amount


@given(specifications())
def test_what_was_put_in_is_drawn_or_discarded(specification):
    for bag in computed(specification).solutions:
        assert bag.amount == bag.concentration * bag.infused_ml + bag.discarded_amount
        assert bag.volume_ml == bag.infused_ml + bag.discarded_ml
        assert bag.discarded_ml >= 0


@given(specifications())
def test_no_more_volume_stays_than_the_lines_hold(specification):
    schedule = computed(specification)
    line = specification.line
    lines = len({step.solution for step in specification.steps}) if line and line.per_solution else 1
    assert 0 <= schedule.in_line_ml <= (line.dead_volume_ml * lines if line else 0)


@given(specifications())
def test_drawn_volume_is_that_of_the_steps_and_the_primes(specification):
    schedule = computed(specification)
    primed = specification.line and specification.line.primed_with == "solution"
    connected = {step.solution for step in specification.steps}
    first = specification.steps[0].solution
    for bag in schedule.solutions:
        steps_ml = sum(step.volume_ml for step in schedule.steps if step.solution == bag.number and not step.flush)
        own_line = bag.number in connected if specification.line and specification.line.per_solution else None
        primes = primed and (own_line if own_line is not None else bag.number == first)
        assert bag.infused_ml == steps_ml + (specification.line.dead_volume_ml if primes else 0)


@given(specifications())
def test_running_sums_and_totals(specification):
    schedule = computed(specification)
    running = Fraction(0)
    for step in schedule.steps:
        running += step.dose
        assert step.cumulative_dose == running
    assert schedule.total_dose == running
    assert schedule.total_minutes == sum(step.minutes for step in schedule.steps)


@given(specifications())
def test_no_dose_is_negative_and_the_cumulative_dose_never_falls(specification):
    assert all(dose >= 0 for dose in doses(computed(specification)))


@given(specifications())
def test_volume_is_rate_times_time(specification):
    for step in computed(specification).steps:
        assert step.volume_ml == step.rate_ml_h * step.minutes / 60


@given(specifications(last=("remainder",)))
def test_a_remainder_meets_the_target_exactly(specification):
    schedule = computed(specification)
    assert schedule.total_dose == specification.target_dose
    assert not [finding for finding in schedule.findings if finding.code.startswith("target")]


@given(specifications(last=FIXED, rest=False), FIGURES)
def test_to_target_ends_exactly_there(specification, rate):
    last = specification.solutions[-1].number
    step = Step(solution=last, rate_ml_h=rate, volume_ml="to_target")
    schedule = computed(replace(specification, steps=(*specification.steps, step)))
    assert schedule.total_dose == specification.target_dose


@given(specifications(last=FIXED, rest=False, pumps=NONE), FIGURES)
def test_a_little_less_than_to_target_misses_it(specification, rate):
    last = specification.solutions[-1].number
    step = Step(solution=last, rate_ml_h=rate, volume_ml="to_target")
    ends = computed(replace(specification, steps=(*specification.steps, step)))
    volume_ml = next(step.volume_ml for step in reversed(ends.steps) if not step.flush)
    shorter = replace(step, volume_ml=volume_ml * Fraction(999, 1000))
    assert computed(replace(specification, steps=(*specification.steps, shorter))).total_dose < ends.total_dose


@given(specifications(), st.integers(2, 9))
def test_scaling_everything_dosed_scales_every_dose(specification, factor):
    scaled = replace(
        specification,
        target_dose=specification.target_dose * factor,
        solutions=tuple(
            replace(
                bag,
                amount=bag.amount * factor if isinstance(bag.amount, Fraction) else bag.amount,
                concentration=bag.concentration and bag.concentration * factor,
            )
            for bag in specification.solutions
        ),
    )
    plain, scaled = computed(specification), computed(scaled)
    assert doses(scaled) == [dose * factor for dose in doses(plain)]
    assert [step.fold_increase for step in scaled.steps] == [step.fold_increase for step in plain.steps]
    assert [step.volume_ml for step in scaled.steps] == [step.volume_ml for step in plain.steps]


@given(specifications(pumps=NONE), st.data())
def test_splitting_a_step_changes_nothing_that_is_given(specification, data):
    halves = [step for step in specification.steps if isinstance(step.volume_ml, Fraction) or step.volume_ml is None]
    step = data.draw(st.sampled_from(halves))
    part = data.draw(st.fractions("0.1", "0.9", max_denominator=10))
    pieces = [_shortened(step, part), _shortened(step, 1 - part)]
    position = specification.steps.index(step)
    split = (*specification.steps[:position], *pieces, *specification.steps[position + 1 :])
    whole, parts = computed(specification), computed(replace(specification, steps=split))
    assert parts.total_dose == whole.total_dose
    assert parts.total_minutes == whole.total_minutes
    assert parts.solutions == whole.solutions
    both = doses(parts)[position] + doses(parts)[position + 1]
    assert both == doses(whole)[position]


def _shortened(step, part):
    """The same step for a part of its time."""
    minutes = step.minutes and step.minutes * part
    return replace(step, minutes=minutes, volume_ml=step.volume_ml and step.volume_ml * part)


@given(specifications(last=("figure",), rest=False), st.integers(2, 9))
def test_faster_gives_the_same_in_less_time(specification, factor):
    specification = replace(specification, pump=None)
    faster = tuple(
        replace(
            step, rate_ml_h=step.rate_ml_h and step.rate_ml_h * factor, minutes=step.minutes and step.minutes / factor
        )
        for step in specification.steps
    )
    slow, fast = computed(specification), computed(replace(specification, steps=faster))
    assert doses(fast) == doses(slow)
    assert fast.total_minutes * factor == slow.total_minutes


@given(specifications(last=FIXED, lines=NONE))
def test_without_a_line_dose_is_concentration_times_volume(specification):
    schedule = computed(specification)
    concentrations = {bag.number: bag.concentration for bag in schedule.solutions}
    assert doses(schedule) == [step.volume_ml * concentrations[step.solution] for step in schedule.steps]
    assert (schedule.in_line_ml, schedule.in_line_amount) == (0, 0)


@given(specifications(last=FIXED, lines=LINES, rest=False))
def test_own_lines_primed_with_their_solution_deliver_as_without_a_line(specification):
    primed = replace(specification.line, primed_with="solution", per_solution=True, end_flush=False)
    with_line = computed(replace(specification, line=primed))
    assert doses(with_line) == doses(computed(replace(specification, line=None)))


@given(specifications(last=("figure",), lines=LINES, rest=False))
def test_a_flush_gives_what_would_stay_in_a_shared_line(specification):
    shared = replace(specification.line, per_solution=False)
    kept = computed(replace(specification, line=replace(shared, end_flush=False)))
    flushed = computed(replace(specification, line=replace(shared, end_flush=True)))
    assert flushed.total_dose == kept.total_dose + kept.in_line_amount
    assert flushed.in_line_amount == 0


@given(specifications(last=("figure",), lines=LINES, rest=False), FIGURES)
def test_a_longer_line_primed_with_diluent_never_gives_more(specification, longer):
    line = replace(specification.line, primed_with="diluent", end_flush=False)
    short = computed(replace(specification, line=line))
    long = computed(replace(specification, line=replace(line, dead_volume_ml=line.dead_volume_ml + longer)))
    assert long.total_dose <= short.total_dose


@given(specifications(pumps=PUMPS, last=FIXED, rest=False))
def test_the_pump_rounds_by_at_most_half_its_resolution(specification):
    resolution = specification.pump.rate_resolution_ml_h
    exact, rounded = computed(replace(specification, pump=None)), computed(specification)
    for wanted, settable in zip(exact.steps, rounded.steps, strict=True):
        difference = settable.rate_ml_h - wanted.rate_ml_h
        assert -resolution / 2 < difference <= resolution / 2
        assert (settable.rate_ml_h / resolution).denominator == 1


@given(specifications(pumps=PUMPS, last=FIXED, rest=False))
def test_a_stated_volume_stays_and_else_the_minutes_do(specification):
    for stated, step in zip(specification.steps, computed(specification).steps, strict=False):
        if isinstance(stated.volume_ml, Fraction):
            assert step.volume_ml == stated.volume_ml
        else:
            assert step.minutes == stated.minutes


@given(specifications())
def test_fold_increase_is_over_the_delivering_step_before(specification):
    before = None
    for step in computed(specification).steps:
        dose_rate = step.dose / step.minutes
        assert step.fold_increase == (dose_rate / before if before else None)
        before = dose_rate or before


@given(specifications())
def test_every_step_that_gives_nothing_is_line_fill_or_blocked(specification):
    schedule = computed(specification)
    blocked = {finding.where for finding in schedule.findings if finding.code == "undelivered-step"}
    assert blocked == {f"step {step.number}" for step in schedule.steps if not step.dose and not step.line_fill}


@given(specifications())
def test_the_order_of_the_steps_is_kept(specification):
    schedule = computed(specification)
    assert [step.number for step in schedule.steps] == list(range(1, len(schedule.steps) + 1))
    asked = [step.solution for step in specification.steps]
    assert [step.solution for step in schedule.steps if not step.flush] == asked


@given(specifications())
def test_renumbering_the_bags_changes_no_dose(specification):
    renumbered = replace(
        specification,
        solutions=tuple(replace(bag, number=bag.number * 7) for bag in specification.solutions),
        steps=tuple(replace(step, solution=step.solution * 7) for step in specification.steps),
    )
    assert doses(computed(renumbered)) == doses(computed(specification))


@given(specifications())
def test_stored_json_goes_round_without_loss(specification):
    assert specification_from_stored(json.loads(json.dumps(specification_to_stored(specification)))) == specification
    schedule = computed(specification)
    assert from_stored(json.loads(json.dumps(to_stored(schedule)))) == schedule


@given(specifications())
def test_published_figures_are_right_to_twelve_digits(specification):
    schedule = computed(specification)
    published = json.loads(json.dumps(to_contract(schedule)))
    for step, row in zip(schedule.steps, published["steps"], strict=True):
        for name in ("rate_ml_h", "minutes", "volume_ml", "dose", "cumulative_dose"):
            exact = getattr(step, name)
            assert abs(Fraction(row[name]) - exact) <= exact / 10**11


@given(specifications())
def test_a_specification_written_as_a_file_reads_back(specification):
    assert read_specification(load_text(json.dumps(_as_file(specification)), file="x.json")) == specification


def _as_file(specification):
    """The specification as a program would write it: contracts.md 1, keys without a value left out."""
    stored = specification_to_stored(specification)
    del stored["schema"]
    for key in ("solutions", "steps"):
        stored[key] = [{name: value for name, value in entry.items() if value is not None} for entry in stored[key]]
    return {key: value for key, value in stored.items() if value is not None}


@given(specifications())
def test_everything_explains_itself(specification):
    schedule = computed(specification)
    assert all(explain_step(schedule, step.number) for step in schedule.steps)
    assert all(explain_finding(finding) for finding in schedule.findings)


@given(specifications())
def test_the_same_input_gives_the_same_schedule(specification):
    assert computed(specification) == computed(specification)
