"""What leaves the line when: each step of a schedule pushed through the lines once more, in order and in minutes."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from protocols.engine.line import DILUENT, ZERO, Lines, Volumes
from protocols.engine.schedule import Schedule, ScheduledStep
from protocols.engine.specification import Line


@dataclass(frozen=True, kw_only=True)
class Leaving:
    """For `minutes`, `volume_ml` of a solution (or DILUENT) leave the line at the patient's end."""

    solution: int
    minutes: Fraction
    volume_ml: Fraction


@dataclass(frozen=True, kw_only=True)
class Flow:
    """All that leaves, in order, and the millilitres of each solution that stay in all lines used."""

    leaving: tuple[Leaving, ...]
    staying: Volumes


def flow_of(schedule: Schedule, line: Line | None) -> Flow:
    """The flow of a schedule through the line it was computed for (None: nothing is lost)."""
    lines = Lines(line)
    leaving = tuple(part for step in schedule.steps for part in _of_step(step, lines))
    return Flow(leaving=leaving, staying=lines.contents())


def _of_step(step: ScheduledStep, lines: Lines) -> Iterator[Leaving]:
    flow, _ = lines.connect(step.solution)
    if not step.volume_ml:  # a rate that rounds to nothing: time passes, nothing moves
        yield Leaving(solution=DILUENT, minutes=step.minutes, volume_ml=ZERO)
        return
    for solution, volume_ml in flow.passing(DILUENT if step.flush else step.solution, step.volume_ml):
        if volume_ml:
            minutes = step.minutes * volume_ml / step.volume_ml
            yield Leaving(solution=solution, minutes=minutes, volume_ml=volume_ml)
