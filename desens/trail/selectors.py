"""Reading the audit: filtered, a page at a time, by key."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import get_current_timezone

from desens.audit.models import AuditEvent

PAGE_ROWS = 50
EXPORT_ROWS = 2_000
LOOKS = ("looked",)
PRINTS = ("printed", "exported")
DOOR = ("logged_in", "logged_out", "log_in_failed", "log_in_locked_out", "session_ended", "password_changed")


@dataclass(frozen=True, kw_only=True)
class TrailFilter:
    """What is asked for; "" and None ask for all. Days are the hospital's, both included."""

    patient_code: str = ""
    by: str = ""
    kind: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class TrailRow:
    """One event. `values` are (name, before, after), empty for who may not see identity."""

    number: int
    at: datetime
    by: str
    action: str
    subject: str
    subject_code: str
    patient_code: str
    values: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, kw_only=True)
class TrailPage:
    """Newest first; `next_before` is the number before which the next page begins, 0 at the end."""

    rows: tuple[TrailRow, ...]
    next_before: int


def trail_page(wanted: TrailFilter, *, before: int = 0, with_values: bool) -> TrailPage:
    """One page, in one query, whatever the number of events."""
    events = _filtered(wanted).order_by("-pk")
    if before:
        events = events.filter(pk__lt=before)
    found = [_row(event, with_values=with_values) for event in events[: PAGE_ROWS + 1]]
    more = len(found) > PAGE_ROWS
    return TrailPage(rows=tuple(found[:PAGE_ROWS]), next_before=found[PAGE_ROWS - 1].number if more else 0)


def event_batches(wanted: TrailFilter) -> Iterator[list[AuditEvent]]:
    """Every event asked for, oldest first, by key range: no cursor stays open between batches."""
    last = 0
    while batch := list(_filtered(wanted).filter(pk__gt=last).order_by("pk")[:EXPORT_ROWS]):
        yield batch
        last = batch[-1].pk


def _filtered(wanted: TrailFilter) -> QuerySet[AuditEvent]:
    events = AuditEvent.objects.all()
    if wanted.patient_code:
        events = events.filter(patient_code=wanted.patient_code)
    if wanted.by:
        events = events.filter(by=wanted.by)
    if wanted.since:
        events = events.filter(at__gte=_midnight(wanted.since))
    if wanted.until:
        events = events.filter(at__lt=_midnight(wanted.until + timedelta(days=1)))
    return _of_kind(events, wanted.kind)


def _of_kind(events: QuerySet[AuditEvent], kind: str) -> QuerySet[AuditEvent]:
    named = {"looks": LOOKS, "prints": PRINTS, "door": DOOR}
    if kind in named:
        return events.filter(action__in=named[kind])
    if kind == "changes":
        return events.exclude(action__in=(*LOOKS, *PRINTS, *DOOR))
    return events


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, get_current_timezone()).astimezone(UTC)


def _row(event: AuditEvent, *, with_values: bool) -> TrailRow:
    return TrailRow(
        number=event.pk,
        at=event.at,
        by=event.by,
        action=event.action,
        subject=event.subject,
        subject_code=event.subject_code,
        patient_code=event.patient_code,
        values=_values(event) if with_values else (),
    )


def _values(event: AuditEvent) -> tuple[tuple[str, str, str], ...]:
    before, after = _mapping(event.before), _mapping(event.after)
    names = sorted({*before, *after})
    return tuple((name, _text(before.get(name)), _text(after.get(name))) for name in names)


def _mapping(text: str) -> Mapping[str, Any]:
    return json.loads(text) if text else {}


def _text(value: Any) -> str:
    return "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
