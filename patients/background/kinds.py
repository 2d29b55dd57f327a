"""The kinds of entries: which form reads one, and which service records it."""

from collections.abc import Callable, Mapping

from patients.background import services
from patients.background.bearing_forms import MedicineForm, RiskForm
from patients.background.figure_forms import DoseForm, ValueForm
from patients.background.forms import ConditionForm, EntryForm, LineEndForm, LineForm

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
