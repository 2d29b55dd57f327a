"""What is known of a procedure's course, as far as a reaction is placed in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from desens.numbers.quantity import Quantity
from procedures.breakthroughs.times import Timed, timed
from procedures.choices import EventKind
from procedures.models import InfusionEvent, Particulars, Procedure
from procedures.recording.standing import standing
from protocols.engine import Schedule
from protocols.engine.replay import Run
from protocols.version_document import Infusion, holds_infusion, read_document

#: How far a minute may lie beside the step it is said to be of: two clocks, read to the minute.
SLACK_MINUTES = 1


@dataclass(frozen=True, kw_only=True)
class Course:
    """Steps and bags of the protocol, begin and end of the infusion; None where it is not recorded.

    `timed`: the events replayed, where every one of them has its time and the schedule is one of this program.
    """

    particulars: Particulars
    schedule: Schedule | None
    stopped_at: datetime | None
    timed: Timed | None

    @property
    def steps(self) -> int | None:
        """How many steps: of the released schedule, else as it was entered."""
        if self.schedule is not None:
            return max(step.number for step in self.schedule.steps)
        return self.particulars.steps

    @property
    def bags(self) -> int | None:
        """How many bags: of the released schedule, else as it was entered."""
        if self.schedule is not None:
            return max(step.solution for step in self.schedule.steps)
        return self.particulars.bags

    @property
    def planned(self) -> Quantity | None:
        """The planned dose: the schedule's, else as it was entered."""
        if self.schedule is not None:
            return Quantity.of(self.schedule.total_dose, self.schedule.unit)
        return self.particulars.planned

    @property
    def started_at(self) -> datetime | None:
        """The start of step 1: as it was entered, else of the first event."""
        return self.particulars.started_at or (self.timed.began if self.timed is not None else None)

    @property
    def ended_at(self) -> datetime | None:
        """When it was stopped for good, or when the last step had run; None where no time says it."""
        return self.stopped_at or (self.timed.ended_at if self.timed is not None else None)

    def bag_of(self, step: int) -> int | None:
        """The bag from which the schedule's step ran; None without one."""
        steps = self.schedule.steps if self.schedule is not None else ()
        return next((each.solution for each in steps if each.number == step), None)

    def moment(self, minute: Fraction) -> datetime | None:
        """So many minutes after the start of step 1; None where that has no time."""
        start = self.started_at
        return None if start is None else start + timedelta(seconds=int(minute * 60))

    def run_at(self, minute: Fraction) -> Run | None:
        """The step that ran then, by the recorded times."""
        at = self.moment(minute)
        return None if self.timed is None or at is None else self.timed.run_at(at)

    def steps_about(self, minute: Fraction) -> set[int]:
        """The steps that ran then or a minute beside; empty where no time says it."""
        runs = [self.run_at(minute + beside) for beside in (-SLACK_MINUTES, 0, SLACK_MINUTES)]
        if runs[-1] is None:  # the next step may have begun, and nobody noted when
            return set()
        return {run.number for run in runs if run is not None}

    def delivered_at(self, minute: Fraction) -> Quantity | None:
        """The cumulative dose then, computed by the engine from the recorded times."""
        at = self.moment(minute)
        return None if self.timed is None or at is None else self.timed.delivered_at(at)


def course_of(procedure: Procedure) -> Course:
    """What is recorded of it. Two queries, and one more where its version was not fetched."""
    particulars = procedure.particulars_rows.order_by("-number")[0]
    return course_from(particulars, _infusion(procedure), standing(procedure.infusionevent_rows.all()))


def course_from(particulars: Particulars, infusion: Infusion | None, events: Sequence[InfusionEvent]) -> Course:
    """The same of rows that were read already; `infusion` None for an earlier protocol."""
    last = next((event for event in reversed(events) if event.at is not None), None)
    return Course(
        particulars=particulars,
        schedule=infusion.schedule if infusion is not None else None,
        stopped_at=last.at if last is not None and last.kind == EventKind.STOP else None,
        timed=timed(infusion, events) if infusion is not None else None,
    )


def _infusion(procedure: Procedure) -> Infusion | None:
    """What was released; None for an earlier protocol and for what is given by mouth."""
    version = procedure.version
    if version is None or not holds_infusion(version.document):
        return None
    return read_document(version.document).infusion
