"""What would be given next if it all went on now: whole steps, and what is left of the one under way."""

from dataclasses import dataclass
from fractions import Fraction

from protocols.engine.line import ZERO
from protocols.engine.replay.plan import Plan
from protocols.engine.replay.progress import Progress
from protocols.engine.schedule import ScheduledStep


@dataclass(frozen=True, kw_only=True)
class Task:
    """`volume_ml` as planned; `idle_minutes` is how long a step lasts whose rate the pump rounded to nothing."""

    number: int
    solution: int
    rate_ml_h: Fraction
    volume_ml: Fraction
    idle_minutes: Fraction
    flush: bool

    def minutes_for(self, volume_ml: Fraction) -> Fraction:
        """How long this volume takes."""
        return volume_ml * 60 / self.rate_ml_h if self.rate_ml_h else self.idle_minutes


@dataclass(frozen=True, kw_only=True)
class Tasks:
    """The steps that draw from a bag, in order, and the flush after them."""

    infusing: tuple[Task, ...]
    flush: Task | None


def tasks_after(plan: Plan, run: Progress | None) -> Tasks:
    """What is left of a run, and the steps behind it; the whole plan where nothing ran yet."""
    if run is None:
        return Tasks(infusing=tuple(map(_whole, plan.infusing)), flush=_whole(plan.flush) if plan.flush else None)
    if run.step.flush:
        return Tasks(infusing=(), flush=_left(run))
    behind = [_whole(step) for step in plan.infusing if step.number > run.step.number]
    flush = _whole(plan.flush, solution=run.solution, rate_ml_h=run.rate_ml_h) if plan.flush else None
    return Tasks(infusing=(_left(run), *behind), flush=flush)


def _whole(step: ScheduledStep, *, solution: int | None = None, rate_ml_h: Fraction | None = None) -> Task:
    return Task(
        number=step.number,
        solution=solution or step.solution,
        rate_ml_h=step.rate_ml_h if rate_ml_h is None else rate_ml_h,
        volume_ml=step.volume_ml,
        idle_minutes=step.minutes,
        flush=step.flush,
    )


def _left(run: Progress) -> Task:
    return Task(
        number=run.step.number,
        solution=run.solution,
        rate_ml_h=run.rate_ml_h,
        volume_ml=max(run.step.volume_ml - run.volume_ml, ZERO),
        idle_minutes=max(run.step.minutes - run.minutes, ZERO),
        flush=run.step.flush,
    )
