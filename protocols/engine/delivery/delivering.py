"""From a schedule and its line to what is delivered over time. The formulae are written out in README.md."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import accumulate

from protocols.engine.delivery.curve import Curve, curve_of
from protocols.engine.delivery.delivery import Delivery, SolutionDelivery, StepDelivery
from protocols.engine.delivery.flow import Flow, Leaving, flow_of
from protocols.engine.line import DILUENT, ZERO
from protocols.engine.schedule import Schedule, ScheduledSolution, ScheduledStep
from protocols.engine.specification import Line


def deliver(schedule: Schedule, line: Line | None) -> Delivery:
    """The doses of a schedule over time, through the line of the specification that it was computed from."""
    concentrations = {DILUENT: ZERO, **{bag.number: bag.concentration for bag in schedule.solutions}}
    flow = flow_of(schedule, line)
    nominal = curve_of((step.minutes, _leaves_bag(step, concentrations) / step.minutes) for step in schedule.steps)
    delivered = curve_of(
        (part.minutes, part.volume_ml * concentrations[part.solution] / part.minutes) for part in flow.leaving
    )
    return Delivery(
        unit=schedule.unit,
        nominal=nominal,
        delivered=delivered,
        steps=tuple(_steps(schedule.steps, nominal, delivered)),
        solutions=tuple(_solution(bag, schedule.steps, flow) for bag in schedule.solutions),
    )


def _leaves_bag(step: ScheduledStep, concentrations: Mapping[int, Fraction]) -> Fraction:
    return ZERO if step.flush else step.volume_ml * concentrations[step.solution]


def _starts(steps: tuple[ScheduledStep, ...]) -> list[Fraction]:
    return [ZERO, *accumulate(step.minutes for step in steps)]


def _steps(steps: tuple[ScheduledStep, ...], nominal: Curve, delivered: Curve) -> Iterator[StepDelivery]:
    before = steps[0].solution
    bounds = [(minute, nominal.cumulative_at(minute), delivered.cumulative_at(minute)) for minute in _starts(steps)]
    for step, (begins, set_before, given_before), (ends, set_after, given_after) in zip(
        steps, bounds, bounds[1:], strict=False
    ):
        yield StepDelivery(
            number=step.number,
            solution=step.solution,
            begins=begins,
            ends=ends,
            nominal_dose=set_after - set_before,
            delivered_dose=given_after - given_before,
            nominal_cumulative=set_after,
            delivered_cumulative=given_after,
            changes_bag=step.solution != before,
            flush=step.flush,
        )
        before = step.solution


def _solution(bag: ScheduledSolution, steps: tuple[ScheduledStep, ...], flow: Flow) -> SolutionDelivery:
    starts = zip(_starts(steps), steps, strict=False)
    ours = [part for part in flow.leaving if part.solution == bag.number]
    in_line_ml = flow.staying.get(bag.number, ZERO)
    return SolutionDelivery(
        number=bag.number,
        hung_at=next((begins for begins, step in starts if step.solution == bag.number), None),
        arrives_at=_arrival(bag.number, flow.leaving),
        amount=bag.amount,
        delivered_amount=sum((part.volume_ml for part in ours), ZERO) * bag.concentration,
        in_line_ml=in_line_ml,
        in_line_amount=in_line_ml * bag.concentration,
        left_in_bag_amount=bag.discarded_amount,
    )


def _arrival(number: int, leaving: tuple[Leaving, ...]) -> Fraction | None:
    minute = ZERO
    for part in leaving:
        if part.solution == number:
            return minute
        minute += part.minutes
    return None
