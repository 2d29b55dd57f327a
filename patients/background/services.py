"""Every write of a patient's background. One call: guards, then the row and its audit event together."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django.core.exceptions import SuspiciousOperation

from desens.access.models import User
from desens.audit.recording import recording
from desens.unit.selectors import current
from drugs.names import drug_key
from patients.background.entered import (
    NewCondition,
    NewDose,
    NewLine,
    NewLineEnd,
    NewMedicine,
    NewRisk,
    NewValue,
)
from patients.background.selectors import medicines
from patients.background_choices import Intake
from patients.background_models import (
    Condition,
    DatedValue,
    InterferingMedicine,
    NoInterferingMedicines,
    OrderedDose,
    RiskFactor,
    TreatmentLine,
    TreatmentLineEnd,
)
from patients.inserting import insert_entry
from patients.models import Patient
from patients.names import comparable
from patients.person import records_of
from patients.rules.dated_values import is_possible


class ImpossibleValueError(ValueError):
    """A value outside the possible bounds of its kind."""


class MedicinesTakenError(Exception):
    """ "None taken" cannot be stated while a medicine is ongoing."""


def record_condition(*, patient: Patient, new: NewCondition, entry_key: UUID, by: User, at: datetime) -> Condition:
    """Add a diagnosis; it replaces an earlier entry of the same diagnosis."""
    row = Condition(
        **vars(new), diagnosis_key=comparable(new.diagnosis), **_common(patient, entry_key=entry_key, by=by, at=at)
    )
    return insert_entry(row, action="recorded condition", after=vars(new))


def record_line(*, patient: Patient, new: NewLine, entry_key: UUID, by: User, at: datetime) -> TreatmentLine:
    """Add a treatment line."""
    row = TreatmentLine(**vars(new), **_common(patient, entry_key=entry_key, by=by, at=at))
    return insert_entry(row, action="recorded treatment line", after=vars(new))


def end_line(*, patient: Patient, new: NewLineEnd, entry_key: UUID, by: User, at: datetime) -> TreatmentLineEnd:
    """Say that a line of the patient ended."""
    _require_line_of(patient, new.line)
    row = TreatmentLineEnd(**vars(new), **_common(patient, entry_key=entry_key, by=by, at=at))
    return insert_entry(row, action="ended treatment line", after=_with_line(new))


def record_dose(*, patient: Patient, new: NewDose, entry_key: UUID, by: User, at: datetime) -> OrderedDose:
    """Add what was ordered of a drug; it replaces an earlier order of the drug in the line."""
    _require_line_of(patient, new.line)
    row = OrderedDose(**vars(new), drug_key=drug_key(new.drug), **_common(patient, entry_key=entry_key, by=by, at=at))
    return insert_entry(row, action="recorded ordered dose", after=_with_line(new))


def record_value(*, patient: Patient, new: NewValue, entry_key: UUID, by: User, at: datetime) -> DatedValue:
    """Add a dated value; ImpossibleValueError outside the bounds of its kind."""
    if not is_possible(kind=new.kind, value=new.value, unit=new.unit):
        raise ImpossibleValueError(f"{new.kind}: {new.value} {new.unit}")
    row = DatedValue(**vars(new), **_common(patient, entry_key=entry_key, by=by, at=at))
    return insert_entry(row, action="recorded value", after=vars(new))


def record_risks(*, patient: Patient, new: list[NewRisk], entry_key: UUID, by: User, at: datetime) -> list[RiskFactor]:
    """Add what was asked for together, all or none; what was not asked for stays as it is."""
    with recording(by=by, at=at):
        return [
            insert_entry(
                RiskFactor(
                    **vars(risk), **_common(patient, entry_key=uuid5(entry_key, str(risk.factor)), by=by, at=at)
                ),
                action="recorded risk factor",
                after=vars(risk),
            )
            for risk in new
        ]


def record_medicine(
    *, patient: Patient, new: NewMedicine, entry_key: UUID, by: User, at: datetime
) -> InterferingMedicine:
    """Add a medicine; it replaces an earlier entry of the same name."""
    row = InterferingMedicine(
        **vars(new), name_key=drug_key(new.name), **_common(patient, entry_key=entry_key, by=by, at=at)
    )
    return insert_entry(row, action="recorded medicine", after=vars(new))


def state_no_medicines(
    *, patient: Patient, stated_on: date, entry_key: UUID, by: User, at: datetime
) -> NoInterferingMedicines:
    """State that none of the listed medicines is taken; MedicinesTakenError while one is ongoing."""
    row = NoInterferingMedicines(stated_on=stated_on, **_common(patient, entry_key=entry_key, by=by, at=at))
    with recording(by=by, at=at):
        known = medicines(records_of(patient).ids, on=stated_on, unit=current()).kept.standing
        if any(shown.row.intake == Intake.ONGOING for shown in known):
            raise MedicinesTakenError
        return insert_entry(row, action="stated no interfering medicines", after={"stated_on": stated_on})


def _common(patient: Patient, *, entry_key: UUID, by: User, at: datetime) -> dict[str, Any]:
    return {"patient": patient, "entry_key": entry_key, "recorded_by": by, "recorded_at": at}


def _require_line_of(patient: Patient, line: TreatmentLine) -> None:
    if line.patient_id not in records_of(patient).ids:
        raise SuspiciousOperation("a treatment line of another patient")


def _with_line(new: NewLineEnd | NewDose) -> Mapping[str, object]:
    return vars(new) | {"line": str(new.line.entry_key)}
