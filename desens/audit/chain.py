"""The hash chain: each event's hash covers all its fields and the hash before it (traps.md 21)."""

from collections.abc import Iterator, Sequence
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


def verify() -> list[str]:
    """The broken places, oldest first; empty when every event is as it was written.

    Events cut off the end leave no trace in a chain: compare `verify_audit`'s last hash with a kept one.
    """
    broken, previous = [], BEGINNING
    for event in _events():
        if event.prev_hash != previous:
            broken.append(_("event %(number)d: does not follow the one before it") % {"number": event.pk})
        if event.hash != event_hash(event):
            broken.append(_("event %(number)d: is not what was written") % {"number": event.pk})
        previous = event.hash
    return broken


def _events() -> Iterator[AuditEvent]:
    """All events by key, in batches: an open cursor would block SQLite's writers (traps.md 11)."""
    last = 0
    while batch := list(AuditEvent.objects.filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield from batch
        last = batch[-1].pk


def _lock() -> None:
    """SQLite's IMMEDIATE transaction holds the only write lock already."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
