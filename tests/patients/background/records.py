"""A background to begin with, made by the same services as real work."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.utils import timezone

from desens.access.models import User
from desens.records.models import EnteredInError
from patients.background import selectors, services
from patients.background.entered import (
    NewCondition,
    NewDose,
    NewLine,
    NewLineEnd,
    NewMedicine,
    NewRisk,
    NewValue,
)
from patients.background.shown import Background
from patients.background_models import (
    BackgroundEntry,
    Condition,
    DatedValue,
    InterferingMedicine,
    NoInterferingMedicines,
    OrderedDose,
    RiskFactor,
    TreatmentLine,
    TreatmentLineEnd,
)
from patients.keeping_services import mark_in_error
from patients.models import Patient

DAY, TODAY = date(2026, 11, 2), date(2026, 11, 20)


def common(patient: Patient, by: User) -> dict[str, Any]:
    """What every service takes."""
    return {"patient": patient, "entry_key": uuid4(), "by": by, "at": timezone.now()}


def condition(patient: Patient, by: User, **changes: Any) -> Condition:
    new = {"diagnosis": "ovarian cancer", "since": "2024-05", "state": "active"} | changes
    return services.record_condition(new=NewCondition(**new), **common(patient, by))


def line(patient: Patient, by: User, **changes: Any) -> TreatmentLine:
    new: dict[str, Any] = {
        "diagnosis": "ovarian cancer",
        "regimen": "carboplatin and paclitaxel",
        "cycle_days": 21,
        "intention": "palliative",
        "oncologist": "Dr. Oncologist Example",
        "started_on": DAY,
    }
    return services.record_line(new=NewLine(**(new | changes)), **common(patient, by))


def dose(of: TreatmentLine, by: User, patient: Patient | None = None, **changes: Any) -> OrderedDose:
    new: dict[str, Any] = {
        "line": of,
        "drug": "carboplatin",
        "amount": Decimal("512.5"),
        "unit": "mg",
        "basis": "auc",
        "factor": Decimal(5),
        "inputs": "creatinine 0.85 mg/dL, 71 kg, Cockcroft-Gault",
    }
    return services.record_dose(new=NewDose(**(new | changes)), **common(patient or of.patient, by))


def ended(of: TreatmentLine, by: User, on: date = date(2026, 11, 10)) -> TreatmentLineEnd:
    return services.end_line(new=NewLineEnd(line=of, ended_on=on), **common(of.patient, by))


def value(patient: Patient, by: User, **changes: Any) -> DatedValue:
    new: dict[str, Any] = {"kind": "creatinine", "value": Decimal("0.85"), "unit": "mg/dL", "measured_on": DAY}
    return services.record_value(new=NewValue(**(new | changes)), **common(patient, by))


def risk(patient: Patient, by: User, **changes: Any) -> RiskFactor:
    new: dict[str, Any] = {"factor": "asthma", "presence": "present", "detail": "", "noted_on": DAY}
    return services.record_risks(new=[NewRisk(**(new | changes))], **common(patient, by))[0]


def medicine(patient: Patient, by: User, **changes: Any) -> InterferingMedicine:
    new: dict[str, Any] = {
        "medicine_class": "beta_blocker",
        "name": "bisoprolol",
        "dose": "5 mg a day",
        "intake": "ongoing",
        "last_intake_on": None,
        "decision": "",
    }
    return services.record_medicine(new=NewMedicine(**(new | changes)), **common(patient, by))


def none_taken(patient: Patient, by: User) -> NoInterferingMedicines:
    return services.state_no_medicines(stated_on=timezone.localdate(), **common(patient, by))


def everything(patient: Patient, by: User) -> None:
    """Every kind of entry in every state that the page shows in its own way."""
    today = timezone.localdate()
    condition(patient, by)
    condition(patient, by, diagnosis="bladder cancer", since="2017", state="resolved")
    condition(patient, by, state="resolved", since="")
    of = line(patient, by)
    dose(of, by)
    dose(of, by, drug="Carboplatin", amount=None, factor=Decimal(4), inputs="")
    dose(of, by, drug="paclitaxel", amount=None, basis="per_m2", factor=Decimal(180), inputs="")
    dose(of, by, drug="dexamethasone", amount=None, unit="", basis="", factor=None, inputs="")
    ended(line(patient, by, regimen="platinum salts", cycle_days=None, intention="", oncologist=""), by)
    value(patient, by)
    value(patient, by, value=Decimal(80), unit="mcmol/L", measured_on=today)
    value(patient, by, kind="fev1_percent", value=Decimal(72), unit="percent")
    value(patient, by, kind="platelets", value=Decimal(1200), unit="\u00d710\u2079/L")
    risk(patient, by, presence="absent")
    risk(patient, by)
    risk(patient, by, factor="pregnancy", presence="absent")
    risk(patient, by, factor="other_excipient", detail="mannitol, 2 g")
    medicine(patient, by)
    stopped = {"intake": "stopped", "last_intake_on": today - timedelta(days=3)}
    medicine(patient, by, name="cetirizine", medicine_class="antihistamine_second", dose="", **stopped)
    medicine(patient, by, name="famotidine", medicine_class="h2_blocker", **stopped)
    medicine(patient, by, name="amitriptyline", medicine_class="tricyclic", decision="goes on")
    medicine(patient, by, name="lorazepam", medicine_class="benzodiazepine", intake="unknown")
    medicine(patient, by, name="omalizumab", medicine_class="omalizumab", intake="unknown")
    medicine(patient, by, name="sertraline", medicine_class="ssri")
    medicine(patient, by, name="prednisone", medicine_class="systemic_corticosteroid")


def background_of(patient: Patient) -> Background:
    """What the page would show on TODAY."""
    return selectors.background([patient.pk], on=TODAY)


def marked(entry: BackgroundEntry, by: User) -> EnteredInError:
    """The mark that the entry was a mistake."""
    return mark_in_error(entry=entry, reason="another patient", entry_key=uuid4(), by=by, at=timezone.now())
