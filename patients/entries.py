"""One entry of a record, by its kind and key in the address, and in words."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
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
from patients.models import AllergyLabel, Measurement, NoKnownAllergies, Patient, PatientEntry

#: What can be marked as entered in error, by its word in the address.
KINDS: dict[str, type[PatientEntry]] = {
    "measurements": Measurement,
    "allergies": AllergyLabel,
    "statements": NoKnownAllergies,
    "conditions": Condition,
    "lines": TreatmentLine,
    "line-ends": TreatmentLineEnd,
    "doses": OrderedDose,
    "values": DatedValue,
    "risk-factors": RiskFactor,
    "medicines": InterferingMedicine,
    "no-medicines": NoInterferingMedicines,
}


def entry_of(patient: Patient, kind: str, entry_key: str) -> PatientEntry:
    """The entry of that kind and key in this very record, or 404."""
    try:
        model, key = KINDS[kind], UUID(entry_key)
    except (KeyError, ValueError):
        raise Http404 from None
    return get_object_or_404(model, patient=patient, entry_key=key)


def entry_text(entry: PatientEntry) -> str:
    """An entry in one line."""
    words: tuple[object, ...]
    match entry:
        case Measurement():
            words = (entry.get_kind_display(), Quantity.of(entry.value, entry.unit), entry.measured_on.isoformat())
        case AllergyLabel():
            words = (entry.substance, entry.get_status_display(), entry.noted_on.isoformat())
        case NoKnownAllergies():
            words = (_("no known drug allergies"), entry.stated_on.isoformat())
        case BackgroundEntry():
            words = (entry.told,)
        case _:
            raise TypeError(f"no entry of a patient: {entry!r}")
    return " · ".join(map(str, words))
