"""Every write about a patient. One call: guards, then the row and its audit event together."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from django.db import IntegrityError

from desens.access.models import User
from desens.audit.recording import Recorder, recording
from desens.records.once import insert_once
from patients import search_keys
from patients.inserting import insert_entry
from patients.models import AllergyLabel, CareState, Measurement, NoKnownAllergies, Patient, PatientState
from patients.names import comparable, new_code, number_key
from patients.person import records_of
from patients.rules.plausibility import UNITS
from patients.selectors import standing_labels, standing_state

NAME_KEY_LENGTH = 420


@dataclass(frozen=True, kw_only=True)
class NewPatient:
    """Who is registered; texts are already cleaned."""

    family_name: str
    given_name: str
    birth_date: date
    sex: str
    hospital_number: str


@dataclass(frozen=True, kw_only=True)
class NewMeasurement:
    """A value in the unit of its kind, on the day it was measured."""

    kind: str
    value: Decimal
    measured_on: date


@dataclass(frozen=True, kw_only=True)
class NewLabel:
    """A substance, how sure the allergy is, and since when."""

    substance: str
    status: str
    reaction: str
    noted_on: date


@dataclass(frozen=True, kw_only=True)
class FirstEntries:
    """What is known at registration: measurements, one label, or that no drug allergy is known."""

    measured: list[NewMeasurement] = field(default_factory=list)
    label: NewLabel | None = None
    none_known_on: date | None = None


class HospitalNumberTakenError(Exception):
    """The hospital number belongs to `patient` already."""

    def __init__(self, patient: Patient) -> None:
        super().__init__("hospital number taken")
        self.patient = patient


class AllergiesKnownError(Exception):
    """ "None known" cannot be stated while a suspected or confirmed label stands."""


class NoNewProtocolError(Exception):
    """No protocol may be started or continued in this record: `reason` is "deceased" or "joined"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def register_patient(
    *, new: NewPatient, entry_key: UUID, by: User, at: datetime, first: FirstEntries | None = None
) -> Patient:
    """Register a person once, with what is known already; HospitalNumberTakenError names who has the number."""
    with_number = Patient(
        **vars(new), **derived(new), code=new_code(), entry_key=entry_key, registered_by=by, registered_at=at
    )
    try:
        with recording(by=by, at=at) as record:
            patient, created = insert_once(with_number)
            if created:
                search_keys.renew(patient)
                _event(record, "registered", "patient", patient, vars(new))
            known = first or FirstEntries()
            _record_first(
                patient, known if created else replace(known, none_known_on=None), entry_key=entry_key, by=by, at=at
            )
    except IntegrityError:
        raise_if_taken(new.hospital_number)
        raise
    return patient


def derived(new: NewPatient) -> dict[str, str]:
    """What is stored beside a patient's names and number, for order and comparison."""
    name_key = comparable(f"{new.family_name} {new.given_name}")[:NAME_KEY_LENGTH]
    return {"name_key": name_key, "hospital_number_key": number_key(new.hospital_number)}


def raise_if_taken(hospital_number: str) -> None:
    """HospitalNumberTakenError if somebody has the number."""
    taken = Patient.objects.filter(hospital_number_key=number_key(hospital_number)).first()
    if taken is not None:
        raise HospitalNumberTakenError(taken) from None


def require_prescribable(patient: Patient) -> None:
    """NoNewProtocolError for who is deceased, and for a record joined to another. Two queries."""
    if records_of(patient).leading != patient:
        raise NoNewProtocolError("joined")
    state = standing_state(patient)
    if state and state.state == CareState.DECEASED:
        raise NoNewProtocolError("deceased")


def record_measurements(
    *, patient: Patient, new: list[NewMeasurement], entry_key: UUID, by: User, at: datetime
) -> list[Measurement]:
    """Add what was measured together: a weight (kg), a height (cm), or both, all or none."""
    with recording(by=by, at=at):
        return [
            insert_entry(
                Measurement(
                    **vars(entry),
                    unit=UNITS[entry.kind],
                    patient=patient,
                    entry_key=uuid5(entry_key, entry.kind),
                    recorded_by=by,
                    recorded_at=at,
                ),
                action="measured",
                after=vars(entry) | {"unit": UNITS[entry.kind]},
            )
            for entry in new
        ]


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
    return insert_entry(row, action="labelled", after=vars(new))


def state_no_known_allergies(
    *, patient: Patient, stated_on: date, entry_key: UUID, by: User, at: datetime
) -> NoKnownAllergies:
    """State that no drug allergy is known; AllergiesKnownError while a label says otherwise."""
    row = NoKnownAllergies(patient=patient, stated_on=stated_on, entry_key=entry_key, recorded_by=by, recorded_at=at)
    with recording(by=by, at=at):
        if any(label.status != "refuted" for label in standing_labels(patient)):
            raise AllergiesKnownError
        return insert_entry(row, action="stated no known allergies", after={"stated_on": stated_on})


def record_state(
    *, patient: Patient, state: str, since: date, note: str, entry_key: UUID, by: User, at: datetime
) -> PatientState:
    """Record that the patient is in care, discharged or deceased from a day on."""
    values = {"state": state, "since": since, "note": note}
    row = PatientState(**values, patient=patient, entry_key=entry_key, recorded_by=by, recorded_at=at)
    return insert_entry(row, action="recorded state", after=values)


def _record_first(patient: Patient, first: FirstEntries, *, entry_key: UUID, by: User, at: datetime) -> None:
    keys = {name: uuid5(entry_key, name) for name in ("measured", "label", "none known")}
    common: dict[str, Any] = {"patient": patient, "by": by, "at": at}
    record_measurements(new=first.measured, entry_key=keys["measured"], **common)
    if first.label is not None:
        record_allergy(new=first.label, entry_key=keys["label"], **common)
    if first.none_known_on is not None:
        state_no_known_allergies(stated_on=first.none_known_on, entry_key=keys["none known"], **common)


def _event(record: Recorder, action: str, subject: str, patient: Patient, after: dict[str, object]) -> None:
    record.event(action, subject=subject, subject_code=patient.code, patient_code=patient.code, after=after)
