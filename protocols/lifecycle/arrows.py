"""How every arrow is written: guards, the row and its audit event in one transaction, a retry once, the loser told."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.core.exceptions import SuspiciousOperation
from django.db import IntegrityError
from django.utils.timezone import get_current_timezone

from desens.access.models import User
from desens.audit.recording import recording
from desens.pages.times import local_text
from desens.records.once import find_entry, insert_once
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.models import Comparison, Release, Signature, Voiding
from protocols.version_state import Standing, standing_of

Row = TypeVar("Row", Signature, Comparison, Release, Voiding)
Guard = Callable[[Standing], None]


def write(row: Row, *, guard: Guard, by: User, action: str, after: Mapping[str, Any]) -> Row:
    """The stored row. ArrowRefusedError where `guard` refuses, also when another person was faster."""
    version = row.version
    subject_code = f"{version.protocol.code}/{version.number}"
    try:
        with recording(by=by, at=row.at) as record:
            _let_pass(row, guard)
            stored, created = insert_once(row)
            if stored.version_id != version.pk:
                raise SuspiciousOperation("an entry key of another version")
            if created:
                patient_code = version.protocol.patient.code
                record.event(
                    action, subject="version", subject_code=subject_code, patient_code=patient_code, after=after
                )
            return stored
    except IntegrityError:
        guard(standing_of(version))
        raise


def _let_pass(row: Row, guard: Guard) -> None:
    """A retry is refused nothing: its first row may be what the guard sees."""
    try:
        guard(standing_of(row.version))
    except ArrowRefusedError:
        if find_entry(type(row), row.entry_key) is None:
            raise


def require_alive(standing: Standing) -> None:
    """Refused: void, superseded."""
    if standing.voiding:
        raise ArrowRefusedError("void")
    if standing.superseded_by:
        raise ArrowRefusedError("superseded", number=str(standing.superseded_by))


def require_first(row: Signature | Release | Voiding | None) -> None:
    """Refused where the arrow was taken already, with who did and when."""
    if isinstance(row, Signature):
        raise ArrowRefusedError("already", who=row.person.full_name, when=local_text(row.at, get_current_timezone()))
    if row is not None:
        raise ArrowRefusedError("already", who=row.by.full_name, when=local_text(row.at, get_current_timezone()))
