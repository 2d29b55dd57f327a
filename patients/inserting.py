"""One entry about a patient and its audit event: together, and once."""

from collections.abc import Mapping
from typing import TypeVar

from django.core.exceptions import SuspiciousOperation

from desens.audit.recording import recording
from desens.records.once import insert_once
from patients.entry_models import PatientEntry

Row = TypeVar("Row", bound=PatientEntry)


def insert_entry(row: Row, *, action: str, after: Mapping[str, object]) -> Row:
    """Store the entry, or find the one sent before under its key; SuspiciousOperation if that is another patient's."""
    with recording(by=row.recorded_by, at=row.recorded_at) as record:
        stored, created = insert_once(row)
        if stored.patient_id != row.patient_id:
            raise SuspiciousOperation("an entry key of another patient")
        if created:
            code, subject = row.patient.code, row._meta.model_name or ""
            record.event(action, subject=subject, subject_code=code, patient_code=code, after=after)
    return stored
