"""No record without its event, in the same transaction (design.md 5.5)."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any, Protocol

from django.db import transaction

from desens.audit import chain
from desens.audit.models import AuditEvent
from desens.audit.values import values_text


class Person(Protocol):
    """Whoever acts: a user."""

    def get_username(self) -> str: ...


class Recorder:
    """Collects the events of one recording; they are written when it ends."""

    def __init__(self, *, by: str, at: datetime) -> None:
        self.by, self.at = by, at
        self.events: list[AuditEvent] = []

    def event(
        self,
        action: str,
        *,
        subject: str,
        subject_code: str,
        patient_code: str = "",
        before: Mapping[str, Any] | None = None,
        after: Mapping[str, Any] | None = None,
    ) -> None:
        """Note one change or look, for example `record.event("registered", subject="patient", ...)`."""
        self.events.append(
            AuditEvent(
                at=self.at,
                by=self.by,
                action=action,
                subject=subject,
                subject_code=subject_code,
                patient_code=patient_code,
                before=values_text(before),
                after=values_text(after),
            )
        )


_outer: ContextVar[Recorder | None] = ContextVar("recording", default=None)


@contextmanager
def recording(*, by: Person | str, at: datetime) -> Iterator[Recorder]:
    """One transaction with its events: all are kept, or none is.

    The lock on the chain's end is taken last, so the outermost recording must be the outermost
    transaction (RuntimeError inside another `atomic`). A recording within a recording joins it,
    as a savepoint: if it fails and the outer one goes on, only its own events are dropped.
    """
    if at.tzinfo is None:
        raise ValueError("the time of a recording bears its zone")
    outer = _outer.get()
    recorder = Recorder(by=by if isinstance(by, str) else by.get_username(), at=at)
    token = _outer.set(recorder)
    try:
        with transaction.atomic(durable=outer is None):
            yield recorder
            if outer is None and recorder.events:
                chain.append(recorder.events)
        if outer is not None:
            outer.events.extend(recorder.events)
    finally:
        _outer.reset(token)
