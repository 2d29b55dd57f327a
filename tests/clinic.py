"""Rows that tests begin with, made by the same services as real work."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.utils import timezone

from desens.access.models import User
from desens.unit.selectors import UnitSettings, current
from drugs.services import load_library
from patients.models import Patient
from patients.services import (
    NewLabel,
    NewMeasurement,
    NewPatient,
    record_allergy,
    record_measurements,
    register_patient,
)
from protocols.forms import ProtocolForm
from protocols.library_services import load_templates
from protocols.models import Version
from protocols.services import start_protocol
from protocols.standing import first_choices

SIXTEEN_STEPS = "atezolizumab-bevacizumab-16-step"


def registered(by: User, **changes: Any) -> Patient:
    """A woman born 1962-04-03, number 123456 unless told otherwise."""
    who: dict[str, Any] = {
        "family_name": "Núñez",
        "given_name": "Ana",
        "birth_date": date(1962, 4, 3),
        "sex": "F",
        "hospital_number": "123456",
    }
    return register_patient(new=NewPatient(**(who | changes)), entry_key=uuid4(), by=by, at=timezone.now())


def weighed(patient: Patient, by: User, weight_kg: str = "71", on: date = date(2026, 11, 2)) -> None:
    """A weight on a day."""
    new = [NewMeasurement(kind="weight", value=Decimal(weight_kg), measured_on=on)]
    record_measurements(patient=patient, new=new, entry_key=uuid4(), by=by, at=timezone.now())


def labelled(patient: Patient, by: User, substance: str = "penicillin", status: str = "suspected") -> None:
    """An allergy label since 2020-02-03."""
    new = NewLabel(substance=substance, status=status, reaction="urticaria", noted_on=date(2020, 2, 3))
    record_allergy(patient=patient, new=new, entry_key=uuid4(), by=by, at=timezone.now())


def libraries() -> None:
    """The shipped drugs and protocols."""
    load_library(by="test", at=timezone.now())
    load_templates(by="test", at=timezone.now())


def typed(**changes: str) -> dict[str, str]:
    """What an allergist types for atezolizumab 1200 mg in 16 steps."""
    return (
        first_choices(UnitSettings(rows={}), telephone="")
        | {"drug": "atezolizumab", "target_dose": "1200", "template": SIXTEEN_STEPS, "rates": "all"}
        | {"primed_with": "solution", "dead_volume_ml": "0", "lines": "new", "entry_key": str(uuid4())}
        | changes
    )


def prescribed(**changes: str):
    """The prescription that a filled form makes."""
    form = ProtocolForm(typed(**changes), unit=current())
    assert form.is_valid(), form.errors
    return form.prescription()


def drafted(patient: Patient, by: User, **changes: str) -> Version:
    """The first draft of a protocol; the libraries are loaded."""
    return start_protocol(
        patient=patient, prescription=prescribed(**changes), entry_key=uuid4(), by=by, at=timezone.now()
    )
