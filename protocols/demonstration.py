"""The demonstration's patients: the published cases, through the same services as real work."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.utils import timezone

from desens.access.demonstration import add_demonstration_people
from desens.access.models import User
from desens.access.roles import Role
from desens.numbers.files import load_file
from desens.unit.selectors import current
from drugs.services import load_library
from patients.background.kinds import KINDS
from patients.models import Patient
from patients.services import NewLabel, NewPatient, record_allergy, register_patient
from protocols import standing
from protocols.forms import ProtocolForm
from protocols.library_services import load_templates
from protocols.oral.form import OralForm
from protocols.services import start_protocol
from reactions.recording.demonstration import index_year, load_reactions
from reactions.skin_tests.demonstration import load_skin_tests

CASES = Path(__file__).parent / "cases" / "published.yaml"
#: The published tables name no line: they hold where the drug reaches the patient at once.
LINE = {"primed_with": "solution", "dead_volume_ml": "0", "lines": "new", "rates": "all"}
FAMILY_NAME = "Published case"


def load_patients(*, at: datetime) -> tuple[Patient, ...]:
    """Libraries, one log-in a role, and every case up to its protocols; the patients that were added."""
    load_library(by="system", at=at)
    load_templates(by="system", at=at)
    allergist = add_demonstration_people(by="system", at=at)[Role.ALLERGIST]
    return tuple(_load_case(case, by=allergist, at=at) for case in load_file(CASES))


def _load_case(case: Mapping[str, Any], *, by: User, at: datetime) -> Patient:
    new = NewPatient(
        family_name=FAMILY_NAME,
        given_name=case["name"],
        birth_date=date(index_year(case["number"], at) - int(case["age"]), 1, 1),
        sex=case["sex"],
        hospital_number=case["number"],
    )
    patient = register_patient(new=new, entry_key=uuid4(), by=by, at=at)
    for label in case["labels"]:
        record_allergy(
            patient=patient, new=NewLabel(**label, noted_on=timezone.localdate(at)), entry_key=uuid4(), by=by, at=at
        )
    for kind, entries in case["background"].items():
        for typed in entries:
            _record_background(patient, kind, typed, by=by, at=at)
    load_reactions(patient, by=by, at=at)
    load_skin_tests(patient, by=by, at=at)
    for protocol in case["protocols"]:
        _load_protocol(patient, protocol, by=by, at=at)
    return patient


def _record_background(patient: Patient, kind: str, typed: dict[str, Any], *, by: User, at: datetime) -> None:
    """One entry as a person would type it; the doses of a line follow it."""
    form_class, service = KINDS[kind]
    values = {name: value for name, value in typed.items() if name != "doses"} | {"entry_key": str(uuid4())}
    form = form_class(values, patient=patient, ids=[patient.pk], today=timezone.localdate(at))
    if not form.is_valid():
        raise ValueError(form.errors.as_json())
    service(patient=patient, new=form.new_entry(), entry_key=form.cleaned_data["entry_key"], by=by, at=at)
    for dose in typed.get("doses", []):
        _record_background(patient, "dose", dose | {"line": values["entry_key"]}, by=by, at=at)


def _load_protocol(patient: Patient, published: dict[str, str], *, by: User, at: datetime) -> None:
    unit = current()
    if published.get("route") == "oral":
        _load_oral(patient, published, by=by, at=at)
        return
    first = standing.first_choices(unit, telephone=by.telephone)
    form = ProtocolForm(first | LINE | published | {"entry_key": str(uuid4())}, unit=unit)
    if not form.is_valid():
        raise ValueError(form.errors.as_json())
    start_protocol(
        patient=patient, prescription=form.prescription(), entry_key=form.cleaned_data["entry_key"], by=by, at=at
    )


def _load_oral(patient: Patient, published: dict[str, str], *, by: User, at: datetime) -> None:
    """The published phases as they stand in the template, from the day of loading on."""
    chosen = {"entry_key": str(uuid4()), "intended_on": timezone.localdate(at).isoformat(), "telephone": by.telephone}
    form = OralForm({**published, **chosen}, unit=current())
    prescription = form.prescription() if form.is_valid() else None
    if prescription is None:
        raise ValueError(form.errors.as_json())
    start_protocol(patient=patient, prescription=prescription, entry_key=uuid4(), by=by, at=at)
