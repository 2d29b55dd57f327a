"""Every write about a patient. One call: guards, then the row and its audit event together."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar
from uuid import UUID, uuid5

from django.core.exceptions import SuspiciousOperation
from django.db import IntegrityError

from desens.access.models import User
from desens.audit.recording import Recorder, recording
from desens.records.once import insert_once
from patients.models import AllergyLabel, Measurement, NoKnownAllergies, Patient, PatientEntry
from patients.names import comparable, new_code, number_key
from patients.rules.plausibility import UNITS
from patients.selectors import standing_labels

Row = TypeVar("Row", bound=PatientEntry)


@dataclass(frozen=True, kw_only=True)
class NewPatient:
    """Who is registered; texts are already cleaned."""

    family_name: str
    given_name: str
    birth_date: date
    sex: str
    hospital_number: str


class HospitalNumberTakenError(Exception):
    """The hospital number belongs to `patient` already."""

    def __init__(self, patient: Patient) -> None:
        super().__init__("hospital number taken")
        self.patient = patient


class AllergiesKnownError(Exception):
    """ "None known" cannot be stated while a suspected or confirmed label stands."""


def register_patient(*, new: NewPatient, entry_key: UUID, by: User, at: datetime) -> Patient:
    """Register a person once; HospitalNumberTakenError names who has the number."""
    with_number = Patient(
        **vars(new),
        code=new_code(),
        name_key=comparable(f"{new.family_name} {new.given_name}"),
        hospital_number_key=number_key(new.hospital_number),
        entry_key=entry_key,
        registered_by=by,
        registered_at=at,
    )
    try:
        with recording(by=by, at=at) as record:
            patient, created = insert_once(with_number)
            if created:
                _event(record, "registered", "patient", patient, vars(new))
    except IntegrityError:
        taken = Patient.objects.filter(hospital_number_key=number_key(new.hospital_number)).first()
        if taken is None:
            raise
        raise HospitalNumberTakenError(taken) from None
    return patient


@dataclass(frozen=True, kw_only=True)
class NewMeasurement:
    """A value in the unit of its kind, on the day it was measured."""

    kind: str
    value: Decimal
    measured_on: date


def record_measurements(
    *, patient: Patient, new: list[NewMeasurement], entry_key: UUID, by: User, at: datetime
) -> list[Measurement]:
    """Add what was measured together: a weight (kg), a height (cm), or both, all or none."""
    with recording(by=by, at=at):
        return [
            _insert(
                Measurement(
                    **vars(entry),
                    unit=UNITS[entry.kind],
                    patient=patient,
                    entry_key=uuid5(entry_key, entry.kind),
                    recorded_by=by,
                    recorded_at=at,
                ),
                "measured",
                vars(entry) | {"unit": UNITS[entry.kind]},
            )
            for entry in new
        ]


@dataclass(frozen=True, kw_only=True)
class NewLabel:
    """A substance, how sure the allergy is, and since when."""

    substance: str
    status: str
    reaction: str
    noted_on: date


def record_allergy(*, patient: Patient, new: NewLabel, entry_key: UUID, by: User, at: datetime) -> AllergyLabel:
    """Add a label; it replaces an earlier one of the same substance, which stays in the history."""
    row = AllergyLabel(
        **vars(new),
        substance_key=comparable(new.substance),
        patient=patient,
        entry_key=entry_key,
        recorded_by=by,
        recorded_at=at,
    )
    return _insert(row, "labelled", vars(new))


def state_no_known_allergies(
    *, patient: Patient, stated_on: date, entry_key: UUID, by: User, at: datetime
) -> NoKnownAllergies:
    """State that no drug allergy is known; AllergiesKnownError while a label says otherwise."""
    row = NoKnownAllergies(patient=patient, stated_on=stated_on, entry_key=entry_key, recorded_by=by, recorded_at=at)
    with recording(by=by, at=at):
        if any(label.status != "refuted" for label in standing_labels(patient)):
            raise AllergiesKnownError
        return _insert(row, "stated no known allergies", {"stated_on": stated_on})


def _insert(row: Row, action: str, after: dict[str, object]) -> Row:
    with recording(by=row.recorded_by, at=row.recorded_at) as record:
        stored, created = insert_once(row)
        if stored.patient_id != row.patient_id:
            raise SuspiciousOperation("an entry key of another patient")
        if created:
            _event(record, action, row._meta.model_name or "", row.patient, after)
    return stored


def _event(record: Recorder, action: str, subject: str, patient: Patient, after: dict[str, object]) -> None:
    record.event(action, subject=subject, subject_code=patient.code, patient_code=patient.code, after=after)
