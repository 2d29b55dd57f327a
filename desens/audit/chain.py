"""The hash chain: each event's hash covers all its fields and the hash before it (traps.md 21)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from hashlib import sha256

from django.db import connection
from django.utils.translation import gettext as _

from desens.audit.models import AuditEvent
from desens.audit.values import canonical

BEGINNING = "0" * 64
LOCK = 0x61756469  # "audi": the key of the advisory lock on the chain's end
BATCH = 2_000
HASHED = ("by", "action", "subject", "subject_code", "patient_code", "before", "after", "prev_hash")


def append(events: Sequence[AuditEvent]) -> None:
    """Add the events to the end of the chain. The last thing a transaction does: the lock is held until it ends."""
    _lock()
    last = AuditEvent.objects.order_by("-pk").values_list("hash", flat=True).first()
    previous = last or BEGINNING
    for event in events:
        event.prev_hash = previous
        event.hash = previous = event_hash(event)
    AuditEvent.objects.bulk_create(events)


def event_hash(event: AuditEvent) -> str:
    """SHA-256, as 64 hexadecimal digits, of the canonical text of every field."""
    fields = {name: getattr(event, name) for name in HASHED}
    text = canonical({"schema": 1, "at": event.at.astimezone(UTC).isoformat(), **fields})
    return sha256(text.encode()).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Link:
    """An event's number, and the hash that the next one must carry."""

    number: int = 0
    hash: str = BEGINNING


@dataclass(frozen=True, kw_only=True)
class Slice:
    """How many events were verified, the broken places among them, and where to go on (None at the end)."""

    events: int
    broken: tuple[str, ...]
    next: Link | None
    last_hash: str


def verify() -> list[str]:
    """The broken places, oldest first; empty when every event is as it was written.

    Events cut off the end leave no trace in a chain: compare `verify_audit`'s last hash with a kept one.
    """
    broken: list[str] = []
    link: Link | None = Link()
    while link is not None:
        checked = verify_slice(link)
        broken.extend(checked.broken)
        link = checked.next
    return broken


def verify_slice(after: Link) -> Slice:
    """Verify the next BATCH events after a link, in one finished query (traps.md 11)."""
    events = list(AuditEvent.objects.filter(pk__gt=after.number).order_by("pk")[:BATCH])
    previous, broken = after.hash, []
    for event in events:
        broken.extend(_breaks(event, previous))
        previous = event.hash
    full = len(events) == BATCH
    return Slice(
        events=len(events),
        broken=tuple(broken),
        next=Link(number=events[-1].pk, hash=previous) if full else None,
        last_hash=previous,
    )


def _breaks(event: AuditEvent, previous: str) -> list[str]:
    broken = []
    if event.prev_hash != previous:
        broken.append(_("event %(number)d: does not follow the one before it") % {"number": event.pk})
    if event.hash != event_hash(event):
        broken.append(_("event %(number)d: is not what was written") % {"number": event.pk})
    return broken


def _lock() -> None:
    """SQLite's IMMEDIATE transaction holds the only write lock already."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
