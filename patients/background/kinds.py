"""The kinds of entries: which form reads one, and which service records it."""

from collections.abc import Callable, Mapping

from patients.background import services
from patients.background.condition_form import ConditionForm
from patients.background.dose_form import DoseForm
from patients.background.entry_form import EntryForm
from patients.background.line_end_form import LineEndForm
from patients.background.line_form import LineForm
from patients.background.medicine_form import MedicineForm
from patients.background.risk_form import RiskForm
from patients.background.value_form import ValueForm

Service = Callable[..., object]
KINDS: Mapping[str, tuple[type[EntryForm], Service]] = {
    "condition": (ConditionForm, services.record_condition),
    "line": (LineForm, services.record_line),
    "line_end": (LineEndForm, services.end_line),
    "dose": (DoseForm, services.record_dose),
    "value": (ValueForm, services.record_value),
    "risk": (RiskForm, services.record_risks),
    "medicine": (MedicineForm, services.record_medicine),
}
