"""From a schedule and what happened to where the infusion stands. The rules are written out in README.md."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from protocols.engine.delivery.curve import curve_of
from protocols.engine.line import DILUENT, ZERO, amount_of
from protocols.engine.replay.bench import Bench
from protocols.engine.replay.course import Course
from protocols.engine.replay.event import Event
from protocols.engine.replay.findings import off_goal
from protocols.engine.replay.plan import Plan
from protocols.engine.replay.progress import Progress
from protocols.engine.replay.replayed import BagNow, Part, RemainingStep, Replayed, Run, State
from protocols.engine.schedule import Schedule
from protocols.engine.specification import Line
from protocols.engine.sums import by_level

Stretch = tuple[Fraction, Fraction]


def replay(schedule: Schedule, line: Line | None, *, events: Iterable[Event], now: Fraction) -> Replayed:
    """Where the infusion stands at minute `now`; `line` is the one of the schedule's specification.

    Events are taken in order of their minute, ties as they come; those after `now` are left out.
    """
    plan = Plan(schedule=schedule, line=line)
    course = Course(plan)
    in_order = sorted(enumerate(events, start=1), key=lambda numbered: numbered[1].at)
    for number, event in in_order:
        if event.at <= now:
            course.take(event, number)
    course.halt(now)
    return _stands(course, now)


def _stands(course: Course, now: Fraction) -> Replayed:
    bench, outlook = course.bench_now(), course.outlook()
    state = _state(course, next_step=outlook.rows[0].number if outlook.rows else None)
    remaining = () if state == "stopped" else outlook.rows
    total_dose = bench.given if state == "stopped" else outlook.total_dose
    held = bench.in_line()
    runs, stretches = _runs(course)
    off = off_goal(course.plan, total_dose, stopped=state == "stopped")
    exhausted = () if state == "stopped" else outlook.exhausted
    return Replayed(
        unit=course.plan.schedule.unit,
        now=now,
        state=state,
        step=course.run.step.number if course.run else None,
        minutes_into_step=course.run.minutes if course.run else None,
        delivered=bench.given,
        in_line_ml=sum(held.values(), ZERO),
        in_line_amount=amount_of(held, bench.concentrations),
        solutions=tuple(
            BagNow(number=number, infused_ml=bench.drawn_ml[number], left_ml=bench.left_ml(number))
            for number in bench.bags_ml
        ),
        remaining=remaining,
        ends_at=_ends_at(state, now, remaining, runs),
        total_dose=total_dose,
        findings=by_level(*exhausted, *off, *course.findings),
        runs=runs,
        given=curve_of(stretches) if stretches else None,
    )


def _state(course: Course, *, next_step: int | None) -> State:
    if course.run is None:
        return "not-started"
    if next_step is None:
        return "completed"
    if course.stopped:
        return "stopped"
    if course.paused:
        return "paused"
    return "running" if next_step == course.run.step.number else "waiting"


def _ends_at(
    state: State, now: Fraction, remaining: tuple[RemainingStep, ...], runs: tuple[Run, ...]
) -> Fraction | None:
    if state == "stopped":
        return None
    if state == "completed":
        return max((run.ends for run in runs if run.minutes), default=now)
    return now + sum((step.minutes for step in remaining), ZERO)


def _runs(course: Course) -> tuple[tuple[Run, ...], list[Stretch]]:
    """Every run with its doses, and what left the line over time, breaks included."""
    bench = Bench(course.plan)
    stretches: list[Stretch] = []
    clock = ZERO
    runs = []
    for run in course.runs:
        before = bench.given
        bench.hang(run.solution)
        for part in run.parts:
            if part.begins > clock:
                stretches.append((part.begins - clock, ZERO))
            stretches += _left(bench, run, part)
            clock = max(clock, part.ends)
        runs.append(_run(run, before=before, after=bench.given))
    return tuple(runs), stretches


def _left(bench: Bench, run: Progress, part: Part) -> Iterator[Stretch]:
    """(minutes, dose per minute) of what leaves the line while a part runs."""
    plugs = [plug for plug in bench.push(run.solution, part.volume_ml, flush=run.step.flush) if plug[1]]
    if not plugs:
        yield part.minutes, ZERO
    for solution, volume_ml in plugs:
        minutes = part.minutes * volume_ml / part.volume_ml
        concentration = ZERO if solution == DILUENT else bench.concentrations[solution]
        yield minutes, volume_ml * concentration / minutes


def _run(run: Progress, *, before: Fraction, after: Fraction) -> Run:
    return Run(
        number=run.step.number,
        solution=run.solution,
        begins=run.begins,
        ends=run.ends,
        minutes=run.minutes,
        rate_ml_h=run.rate_ml_h,
        volume_ml=run.volume_ml,
        dose=after - before,
        cumulative_dose=after,
        flush=run.step.flush,
        parts=tuple(run.parts),
    )
