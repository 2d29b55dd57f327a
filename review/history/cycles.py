"""One desensitization as the history shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from procedures.choices import EventKind, Outcome, StoppedBy
from procedures.models import Ending
from review.history.addresses import procedure_address
from review.history.adjuvants import Before, before_text
from review.history.breakthroughs import Reading, Seen, seen_in
from review.history.changes import (
    premedication_changes,
    premedication_text,
    protocol_changes,
    protocol_name,
    steps_text,
)
from review.history.gathering import Recorded
from review.history.strips import Piece, not_noted, strip
from review.history.words import duration, number


@dataclass(frozen=True, kw_only=True)
class Cycle:
    """Texts and quantities; "" and None are "not recorded". `outcome` is procedures.choices.Outcome or ""."""

    code: str
    record: str
    day: date
    day_text: str
    address: str
    cycle_text: str
    place: str
    staff: str
    steps_text: str
    steps_known: bool
    protocol: str
    planned: Quantity | None
    delivered: Quantity | None
    duration: str
    outcome: str
    outcome_text: str
    pieces: tuple[Piece, ...]
    seen: tuple[Seen, ...]
    adjuvants: str
    premedication: str
    premedication_changes: tuple[str, ...]
    changes: tuple[str, ...]

    @property
    def is_cycle(self) -> bool:
        """For templates: not a mark."""
        return True

    @property
    def not_noted(self) -> str:
        """Which steps nobody noted though the course went past them; "" for none."""
        return not_noted(self.pieces)

    @property
    def at_steps(self) -> tuple[Seen, ...]:
        """The reactions that stand in the strip."""
        return tuple(each for each in self.seen if not each.late and each.step is not None)

    @property
    def beside(self) -> tuple[Seen, ...]:
        """The reactions that stand at no step of the strip."""
        return tuple(each for each in self.seen if each.late or each.step is None)


def cycle_of(one: Recorded, before: Recorded | None, doses: Iterable[Before], reading: Reading) -> Cycle:
    """The procedure beside the one `before` it of the same drug."""
    told, seen = one.particulars, seen_in(one, reading)
    return Cycle(
        code=one.row.code,
        record="" if one.row.patient.code == reading.code else one.row.patient.code,
        day=told.day,
        day_text=told.day_text,
        address=procedure_address(one.row, reading.code),
        cycle_text="" if told.cycle_number is None else _("cycle %(number)s") % {"number": number(told.cycle_number)},
        place=str(told.get_place_display()),
        staff=reading.typed(told.staff),
        steps_text=steps_text(one.size),
        steps_known=one.size.steps is not None,
        protocol=protocol_name(one, reading),
        planned=one.size.planned,
        delivered=one.size.delivered,
        duration=_duration(one),
        outcome=one.ending.outcome if one.ending else "",
        outcome_text=outcome_text(one.ending, reading),
        pieces=strip(one, seen),
        seen=seen,
        adjuvants=before_text(doses),
        premedication=premedication_text(one),
        premedication_changes=tuple(premedication_changes(before, one)),
        changes=tuple(protocol_changes(before, one, reading)),
    )


def outcome_text(ending: Ending | None, reading: Reading) -> str:
    """How it ended; of a stop the step, whose decision it was, and the reason."""
    if ending is None:
        return _("outcome not recorded")
    if ending.outcome != Outcome.STOPPED:
        return str(ending.get_outcome_display())
    step = _("stopped, step not recorded")
    if ending.last_step is not None:
        step = _("stopped at step\u00a0%(step)s") % {"step": number(ending.last_step)}
    who = {StoppedBy.CLINICAL: _("clinical decision"), StoppedBy.REFUSAL: _("the patient refused to go on")}
    said = (who.get(StoppedBy(ending.stopped_by)) if ending.stopped_by else "", reading.typed(ending.reason))
    return ": ".join(filter(None, (step, ", ".join(filter(None, said)))))


def _duration(one: Recorded) -> str:
    """From the start of step 1 to the stop, where both were noted; "" else."""
    stopped = [event.at for event in one.events if event.kind == EventKind.STOP and event.at is not None]
    starts = [event.at for event in one.events if event.kind == EventKind.START and event.at is not None]
    started = one.particulars.started_at or min(starts, default=None)
    if started is None or not stopped or max(stopped) - started <= timedelta(0):
        return ""
    return duration(max(stopped) - started)
