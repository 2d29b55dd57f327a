"""What is recorded of a patient that bears on premedication and rescue, read once, as plain values for the rules."""

from collections.abc import Collection, Mapping
from datetime import date
from fractions import Fraction

from desens.unit.selectors import UnitSettings
from patients.background.selectors import active_diagnoses, medicines, shown_values, standing_risks
from patients.background.shown import Medicines, ShownValue
from patients.background_choices import Intake, MedicineClass, Presence, RiskKind, ValueKind
from patients.background_models import DatedValue, InterferingMedicine
from patients.models import LabelStatus, NoKnownAllergies, Patient
from patients.person import records_of
from patients.rules.age import age_in_years
from patients.rules.dated_values import in_first_unit
from patients.selectors import MeasuredValue, latest_measurement, standing_labels
from protocols.engine.dosing.figures import Sex
from protocols.engine.dosing.filtration import clearance_ml_min
from protocols.ordering.naming import Names
from protocols.rules.premedication_record import Held, Measured, PatientRecord, Taken, Why
from reactions.assessed import decision_on, decisions_in_force
from reactions.assessment_choices import Phenotype, Way
from reactions.models import Assessment, Reaction

KIDNEY = ("kidney", "renal", "nephr", "dialysis")
SEXES: dict[str, Sex] = {"F": "female", "M": "male"}
RELEASE = (Phenotype.CYTOKINE_RELEASE, Phenotype.MIXED)


def record_of(patient: Patient, *, drug: str, names: Names, unit: UnitSettings, on: date) -> PatientRecord:
    """The record on a day, for a protocol of that drug."""
    ids = records_of(patient).ids
    decisions = decisions_in_force(ids)
    labels = standing_labels(patient)
    held = [_held(names, label.substance, label.status) for label in labels if label.status != LabelStatus.REFUTED]
    culprits = [drug, *_culprits(ids, decisions)]
    taken, values = medicines(ids, on=on, unit=unit), shown_values(ids)
    risk = standing_risks(ids).get(RiskKind.NSAID)
    return PatientRecord(
        held=(*(_held(names, culprit, "culprit") for culprit in dict.fromkeys(culprits)), *held),
        allergies_recorded=bool(labels) or _none_known(ids),
        nsaid_hypersensitivity=None if risk is None else risk.presence == Presence.PRESENT,
        anticoagulants=_of_class(taken, MedicineClass.ANTICOAGULANT, on),
        beta_blockers=_of_class(taken, MedicineClass.BETA_BLOCKER, on),
        no_medicines=taken.none_taken_on is not None,
        platelets=_measured(_newest(values, ValueKind.PLATELETS), on),
        clearance_ml_min=_clearance(patient, _newest(values, ValueKind.CREATININE), on),
        kidney_diagnoses=tuple(d for d in active_diagnoses(ids) if any(word in d.casefold() for word in KIDNEY)),
        cytokine_release=_release(decision_on(decisions, names.medicine(drug).keys)),
        age_years=age_in_years(born=patient.birth_date, on=on),
    )


def _held(names: Names, name: str, why: Why | str) -> Held:
    known: dict[str, Why] = {"confirmed": "confirmed", "suspected": "suspected", "culprit": "culprit"}
    return Held(medicine=names.medicine(name), why=known[why])


def _culprits(ids: Collection[int], decisions: Mapping[str, Assessment]) -> list[str]:
    """What the patient reacted to, assessed or not; not what an allergist decided to give as usual."""
    rows = Reaction.objects.filter(patient__in=ids, error__isnull=True).order_by("number")
    newest = {row.case_key: (row.culprit, row.culprit_key) for row in rows}
    cleared = {key for key, decision in decisions.items() if decision.way == Way.REGULAR}
    assessed = [decision.culprit for key, decision in decisions.items() if key not in cleared]
    return assessed + [culprit for culprit, key in newest.values() if key not in cleared]


def _none_known(ids: Collection[int]) -> bool:
    return NoKnownAllergies.objects.filter(patient__in=ids, error__isnull=True).exists()


def _release(decision: Assessment | None) -> bool | None:
    return None if decision is None else decision.phenotype in RELEASE


def _of_class(taken: Medicines, kind: MedicineClass, on: date) -> tuple[Taken, ...]:
    rows = [shown.row for shown in taken.kept.standing if shown.row.medicine_class == kind]
    return tuple(_taken(row, on) for row in rows)


def _taken(row: InterferingMedicine, on: date) -> Taken:
    days = None if row.last_intake_on is None else (on - row.last_intake_on).days
    return Taken(name=row.name, ongoing=row.intake == Intake.ONGOING, days_since=days)


def _newest(values: Collection[ShownValue], kind: ValueKind) -> DatedValue | None:
    return next((shown.row for shown in values if shown.row.kind == kind and not hasattr(shown.row, "error")), None)


def _measured(row: DatedValue | None, on: date, value: Fraction | None = None) -> Measured | None:
    if row is None:
        return None
    days = (on - row.measured_on).days
    return Measured(
        value=Fraction(row.value) if value is None else value, days_old=days, on=row.measured_on.isoformat()
    )


def _clearance(patient: Patient, creatinine: DatedValue | None, on: date) -> Measured | None:
    """Cockcroft-Gault with the last weight; None where weight, creatinine or sex is missing."""
    weight: MeasuredValue | None = latest_measurement(patient, "weight")
    sex = SEXES.get(patient.sex)
    if creatinine is None or weight is None or sex is None:
        return None
    clearance = clearance_ml_min(
        age_years=Fraction(age_in_years(born=patient.birth_date, on=on)),
        weight_kg=weight.quantity.value,
        creatinine_mg_dl=in_first_unit(kind=creatinine.kind, value=creatinine.value, unit=creatinine.unit),
        sex=sex,
    )
    return _measured(creatinine, on, clearance)
