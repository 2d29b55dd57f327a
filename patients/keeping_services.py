"""Keeping records right: who the patient is, what was a mistake, and two records of one person (design.md 5.3)."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.core.exceptions import SuspiciousOperation
from django.db import IntegrityError

from desens.access.models import User
from desens.audit.recording import recording
from desens.records.models import DeviceKeyed, EnteredInError
from desens.records.once import insert_once
from desens.records.versioned import change
from patients import search_keys
from patients.models import (
    Joining,
    JoiningUndone,
    Patient,
    PatientEntry,
)
from patients.person import holding, records_of
from patients.services import NewPatient, derived, raise_if_taken


class InErrorAlreadyError(Exception):
    """The entry was marked as entered in error by somebody else; `mark` is that."""

    def __init__(self, mark: EnteredInError) -> None:
        super().__init__("in error already")
        self.mark = mark


class CannotJoinError(Exception):
    """`reason`: "same" record; "joined" (one of them is joined already); "leads" (others are joined to it)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def amend_patient(*, patient: Patient, expected_version: int, new: NewPatient, by: User, at: datetime) -> bool:
    """Change who the patient is; whether anything changed.

    Raises StaleSave when somebody changed it since `expected_version`, HospitalNumberTakenError for a number of
    another patient. Before and after of what changed stand in the audit.
    """
    typed = vars(new)
    before = {name: getattr(patient, name) for name in typed}
    changed = {name: value for name, value in typed.items() if value != before[name]}
    if not changed:
        return False
    try:
        with recording(by=by, at=at) as record:
            _lock(*records_of(patient).all)
            change(patient, expected_version=expected_version, **typed, **derived(new))
            person = records_of(patient)
            search_keys.renew(person.leading, person.joined)
            record.event(
                "amended",
                subject="patient",
                subject_code=patient.code,
                patient_code=patient.code,
                before={name: before[name] for name in changed},
                after=changed,
            )
    except IntegrityError:
        raise_if_taken(new.hospital_number)
        raise
    return True


def mark_in_error(*, entry: PatientEntry, reason: str, entry_key: UUID, by: User, at: datetime) -> EnteredInError:
    """Mark an entry as a mistake: it stays, struck, and counts nowhere. InErrorAlreadyError names who was first."""
    return mark_row_in_error(entry=entry, patient=entry.patient, reason=reason, entry_key=entry_key, by=by, at=at)


def mark_row_in_error(
    *, entry: DeviceKeyed, patient: Patient, reason: str, entry_key: UUID, by: User, at: datetime
) -> EnteredInError:
    """The same of an entry that is the patient's through another row, such as an event of a procedure."""
    kind: Any = type(entry)
    model = kind._meta.get_field("error").related_model
    mark = model(entry=entry, reason=reason, entry_key=entry_key, marked_by=by, marked_at=at)
    subject = kind._meta.model_name or ""
    try:
        with recording(by=by, at=at) as record:
            stored, created = insert_once(mark)
            if stored.entry != entry:
                raise SuspiciousOperation("an entry key of another entry")
            if created:
                code, after = patient.code, {"entry": entry.entry_key, "reason": reason}
                record.event("marked in error", subject=subject, subject_code=code, patient_code=code, after=after)
    except IntegrityError:
        first = model._base_manager.filter(entry=entry).first()
        if first is None:
            raise
        raise InErrorAlreadyError(first) from None
    return cast(EnteredInError, stored)


def join_records(*, leading: Patient, joined: Patient, reason: str, entry_key: UUID, by: User, at: datetime) -> Joining:
    """State that both records are one person's: `leading` shows the content of both. CannotJoinError says why not."""
    if leading == joined:
        raise CannotJoinError("same")
    with recording(by=by, at=at) as record:
        leading, joined = _lock(leading, joined)
        sent_before = Joining.objects.filter(entry_key=entry_key, patient=joined, leading=leading).first()
        if sent_before is not None:
            return sent_before
        _require_joinable(leading, joined)
        joining = Joining(
            patient=joined,
            leading=leading,
            turn=Joining.objects.filter(patient=joined).count() + 1,
            reason=reason,
            entry_key=entry_key,
            recorded_by=by,
            recorded_at=at,
        )
        joining.save()
        search_keys.renew(leading, records_of(leading).joined)
        after = {"leading": leading.code, "joined": joined.code, "reason": reason}
        for record_code in (leading.code, joined.code):
            record.event("joined", subject="patient", subject_code=joined.code, patient_code=record_code, after=after)
    return joining


def undo_joining(*, joining: Joining, reason: str, entry_key: UUID, by: User, at: datetime) -> None:
    """Let each record stand alone again; what was written in each stays there. Undone once, however often sent."""
    with recording(by=by, at=at) as record:
        leading, joined = _lock(joining.leading, joining.patient)
        if not holding().filter(pk=joining.pk).exists():
            return
        JoiningUndone(joining=joining, reason=reason, entry_key=entry_key, undone_by=by, undone_at=at).save()
        search_keys.renew(leading, records_of(leading).joined)
        search_keys.renew(joined)
        after = {"leading": leading.code, "joined": joined.code, "reason": reason}
        for code in (leading.code, joined.code):
            record.event("undid joining", subject="patient", subject_code=joined.code, patient_code=code, after=after)


def _lock(*records: Patient) -> list[Patient]:
    """The rows as they are now; whoever changes the same records waits. Locked in one order, against deadlock."""
    keys = [record.pk for record in records]
    locked = {row.pk: row for row in Patient.objects.select_for_update().filter(pk__in=keys).order_by("pk")}
    return [locked[key] for key in keys]


def _require_joinable(leading: Patient, joined: Patient) -> None:
    if holding().filter(patient__in=[leading, joined]).exists():
        raise CannotJoinError("joined")
    if holding().filter(leading=joined).exists():
        raise CannotJoinError("leads")
