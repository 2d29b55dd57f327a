"""What the recorded times of a procedure give when the engine replays them; or which time is missing for that."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from django.utils.translation import gettext as _

from procedures.choices import EventKind, Outcome
from procedures.event_rows import InfusionEvent
from procedures.models import Ending
from protocols.engine import Schedule
from protocols.engine.replay import KINDS, Event, Replayed, replay
from protocols.version_document import VersionDocument

MICROSECONDS = 60_000_000
#: Long after the last event every step has reached its own end: nothing starts by itself.
LONG_AFTER = Fraction(1_000_000)


@dataclass(frozen=True, kw_only=True)
class CannotReplay:
    """Why nothing can be computed: `missing` in words."""

    missing: str

    @property
    def text(self) -> str:
        """The whole sentence."""
        return _("cannot be computed: %(missing)s is missing") % {"missing": self.missing}


def replayed(
    document: VersionDocument, events: Sequence[InfusionEvent], ending: Ending | None
) -> Replayed | CannotReplay:
    """The procedure as it really ran, to its end. `events` are those that stand.

    Every step that was begun needs its time, a pause and a stop too: nothing is filled in.
    """
    if not isinstance(document.schedule, Schedule):
        return CannotReplay(missing=_("an infusion"))
    missing = next(_missing(document.schedule, events, ending), None)
    if missing is not None:
        return CannotReplay(missing=missing)
    found = _to_its_end(document, events)
    if isinstance(found, Replayed) and not _end_is_known(found, document.schedule, events):
        return CannotReplay(missing=_("the end of the last step, which did not run as planned,"))
    return found


def _end_is_known(found: Replayed, schedule: Schedule, events: Sequence[InfusionEvent]) -> bool:
    """Whether the last step was ended by an event, or ran with the planned volume.

    The engine lets it make up for what was repeated or cut short; whether the nurse did so, nobody noted.
    """
    if any(event.kind == EventKind.STOP and event.at for event in events):
        return True
    last = found.runs[-1]
    return last.volume_ml == next(step.volume_ml for step in schedule.steps if step.number == last.number)


def _to_its_end(document: VersionDocument, events: Sequence[InfusionEvent]) -> Replayed | CannotReplay:
    """The procedure as it ran to its end, from the times that are recorded."""
    began = began_at(events)
    if began is None:
        return CannotReplay(missing=_("the time of step %(step)s") % {"step": 1})
    found = engine_events(events, began)
    infusion = document.infusion
    now = max(event.at for event in found) + LONG_AFTER
    return replay(infusion.schedule, infusion.specification.line, events=found, now=now)


def began_at(events: Iterable[InfusionEvent]) -> datetime | None:
    """The first start that has a time; None without one."""
    return min((row.at for row in events if row.kind == EventKind.START and row.at is not None), default=None)


def engine_events(events: Iterable[InfusionEvent], began: datetime) -> list[Event]:
    """The rows that have a time, as the engine reads them: minutes since `began`."""
    return [_event(row, minutes_between(began, row.at)) for row in events if row.at is not None]


def minutes_between(began: datetime, at: datetime) -> Fraction:
    """Minutes from one moment to another, exactly; below 0 where the second is before the first."""
    return Fraction((at - began) // timedelta(microseconds=1), MICROSECONDS)


def _event(row: InfusionEvent, at: Fraction) -> Event:
    return Event(
        kind=next(kind for kind in KINDS if kind == row.kind),
        at=at,
        step=row.step if row.kind in (EventKind.START, EventKind.RESUME) else None,
        rate_ml_h=None if row.rate_ml_h is None else Fraction(row.rate_ml_h),
        infused_ml=None if row.infused_ml is None else Fraction(row.infused_ml),
    )


def _ends_paused(events: Sequence[InfusionEvent]) -> bool:
    """Whether the last thing noted is a pause: what was completed went on after it, nobody noted when."""
    timed = [(event.at, place, event.kind) for place, event in enumerate(events) if event.at is not None]
    return bool(timed) and max(timed)[2] == EventKind.PAUSE


def _missing(schedule: Schedule, events: Sequence[InfusionEvent], ending: Ending | None) -> Iterator[str]:
    if ending is None:
        yield _("the outcome")
        return
    stopped = ending.outcome == Outcome.STOPPED
    if stopped and ending.last_step is None:
        yield _("the last step begun")
    last = ending.last_step if stopped and ending.last_step else len(schedule.steps)
    timed = {event.step for event in events if event.kind == EventKind.START and event.at is not None}
    for step in schedule.steps[:last]:
        if step.number not in timed:
            yield _("the time of the flush") if step.flush else _("the time of step %(step)s") % {"step": step.number}
    for event in events:
        if event.at is None and event.kind != EventKind.START:
            yield _("the time of a pause or resume")
    if not stopped and _ends_paused(events):
        yield _("the time of the resume")
    if stopped and not any(event.kind == EventKind.STOP and event.at for event in events):
        yield _("the time of the stop")
