"""What was to be given: a schedule with the line it runs through."""

from dataclasses import dataclass
from fractions import Fraction

from protocols.engine.line import Concentrations
from protocols.engine.schedule import Schedule, ScheduledStep
from protocols.engine.specification import Line


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A schedule as it was computed, and the line of its specification (None: nothing is lost)."""

    schedule: Schedule
    line: Line | None

    @property
    def goal(self) -> Fraction:
        """The dose that the total is held to: what the schedule gives in all, its target where it meets it."""
        return self.schedule.total_dose

    @property
    def concentrations(self) -> Concentrations:
        """The drug per mL of each solution."""
        return {bag.number: bag.concentration for bag in self.schedule.solutions}

    @property
    def bags_ml(self) -> dict[int, Fraction]:
        """The volume of each solution as prepared."""
        return {bag.number: bag.volume_ml for bag in self.schedule.solutions}

    @property
    def infusing(self) -> tuple[ScheduledStep, ...]:
        """The steps that draw from a bag."""
        return tuple(step for step in self.schedule.steps if not step.flush)

    @property
    def flush(self) -> ScheduledStep | None:
        """The emptying of the line at the end, where there is one."""
        last = self.schedule.steps[-1]
        return last if last.flush else None
