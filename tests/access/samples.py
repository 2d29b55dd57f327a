"""One value for each argument a route may take. A route with an argument missing here fails the matrix."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.utils import timezone

from desens.access.links import make_link
from desens.access.models import User
from desens.unit.selectors import current
from drugs.models import Drug, Product, Value
from drugs.services import load_library
from patients.keeping_services import join_records
from patients.models import Patient
from patients.services import NewMeasurement, NewPatient, record_measurements, register_patient
from protocols.engine.delivery import deliver
from protocols.figure.content import content_of, token_of
from protocols.forms import ProtocolForm
from protocols.library_services import load_templates
from protocols.models import Template, TemplateSignOff, Version
from protocols.services import start_protocol
from protocols.version_document import read_document
from reactions.rules.sample_values import read_sample_value
from reactions.samples.entered import NewSample
from reactions.samples.figure.content import token_of as token_of_samples
from reactions.samples.figure.shown import content_of as content_of_samples
from reactions.samples.services import record_samples
from tests.procedures import records as procedures
from tests.protocols.unit_templates.written import unit_row
from tests.reactions.assessing.records import challenge_row
from tests.reactions.recording.entries import recorded
from tests.reactions.skin_tests import typed as skin_tests_typed

CHOICES = {
    "pump": "Alaris GP",
    "drug": "atezolizumab",
    "target_dose": "1200",
    "template": "atezolizumab-bevacizumab-16-step",
    "final_rate_ml_h": "80",
    "bag_volume_ml": "250",
    "rates": "all",
    "primed_with": "solution",
    "dead_volume_ml": "0",
    "lines": "new",
}


def somebody() -> User:
    """Whoever is there to have entered the samples."""
    return User.objects.order_by("pk")[0]


def sample_patient(hospital_number: str) -> Patient:
    """A registered patient with that hospital number."""
    new = NewPatient(
        family_name="Sample",
        given_name="Someone",
        birth_date=date(1962, 4, 3),
        sex="F",
        hospital_number=hospital_number,
    )
    return register_patient(new=new, entry_key=uuid4(), by=somebody(), at=timezone.now())


def sample_version(patient: Patient) -> Version:
    """The first version of a protocol of the patient."""
    load_library(by="test", at=timezone.now())
    load_templates(by="test", at=timezone.now())
    form = ProtocolForm(CHOICES | {"entry_key": str(uuid4())}, unit=current())
    assert form.is_valid(), form.errors.as_json()
    return start_protocol(
        patient=patient, prescription=form.prescription(), entry_key=uuid4(), by=somebody(), at=timezone.now()
    )


def drug_arguments() -> Mapping[str, object]:
    """A shipped drug, one of its products, and a value of that."""
    drug = Drug.objects.get(name_key="atezolizumab")
    product = Product.objects.filter(drug=drug)[0]
    value = Value.objects.filter(product=product)[0]
    row = {"drug_subject": "drug", "drug_row": drug.pk}
    return {"name_key": drug.name_key, "product": product.pk, "drug_value": value.pk, **row}


def figure_arguments(version: Version) -> Mapping[str, object]:
    """The address of a picture of the version's schedule."""
    schedule = read_document(version.document).schedule
    return {"figure_token": token_of(content_of(schedule, deliver(schedule, None))), "figure_size": "wide"}


def sample_of_tryptase(patient: Patient) -> Mapping[str, object]:
    """A baseline tryptase of the patient, and the address of its picture."""
    new = NewSample(
        kind="tryptase", printed="3.2", level=read_sample_value("3.2"), unit="ng/mL", taken_at=timezone.now()
    )
    (sample,) = record_samples(patient=patient, new=[new], entry_key=uuid4(), by=somebody(), at=timezone.now())
    content = content_of_samples([sample], [])
    assert content is not None
    return {"sample_key": str(sample.entry_key), "sample_token": token_of_samples(content)}


def sample_of_reaction(patient: Patient) -> Mapping[str, object]:
    """A recorded reaction of the patient, and a scale on which it is graded."""
    return {"case_key": recorded(patient, somebody()).case_key, "scale": "brown"}


def sample_of_skin_tests(patient: Patient) -> Mapping[str, object]:
    """A planned session of skin tests of the patient, when it is read, and the session as an entry."""
    session = skin_tests_typed.planned(patient, somebody(), skin_tests_typed.drug(0, "atezolizumab", prick="60"))
    entry = {"skin_test_entry": "session", "skin_test_key": session.entry_key}
    return {"session_key": session.entry_key, "read_after": "minutes", **entry}


def sample_sign_off() -> object:
    """The key of a finding signed with the first template."""
    held = {"drug": Drug.objects.order_by("pk")[0], "code": "no-rise-at-bag-change", "places": "step 3"}
    template = Template.objects.order_by("pk")[0]
    said = {"reason": "as published", "entry_key": uuid4(), "by": somebody(), "at": timezone.now()}
    return TemplateSignOff.objects.create(template=template, **held, **said).entry_key


def sample_of_procedures(patient: Patient) -> Mapping[str, object]:
    """A procedure of the patient, where in it a reaction came, and a dose of an adjuvant."""
    procedure = procedures.procedure_of(patient, somebody())
    tie = procedures.breakthrough_of(procedure, somebody())
    dose = procedures.dose_of(patient, somebody())
    return {"procedure_code": procedure.code, "tie_key": tie.entry_key, "adjuvant_key": dose.entry_key}


def sample_arguments() -> Mapping[str, object]:
    """Stores what the routes need to exist, and gives the values that lead there, by argument name."""
    patient = sample_patient("S-1")
    version = sample_version(patient)
    joined = sample_patient("S-9")
    common: dict[str, Any] = {"entry_key": uuid4(), "by": somebody(), "at": timezone.now()}
    join_records(leading=patient, joined=joined, reason="registered twice", **common)
    weight = NewMeasurement(kind="weight", value=Decimal(71), measured_on=date(2026, 11, 2))
    measured = record_measurements(patient=patient, new=[weight], **common)[0]
    return {
        "other_code": joined.code,
        "kind": "measurements",
        "entry_key": str(measured.entry_key),
        "code": patient.code,
        "protocol_code": version.protocol.code,
        "number": version.number,
        "bag": 1,
        "username": somebody().username,
        "token": make_link(somebody(), at=timezone.now()),
        "setting": "final-rate",
        "list_name": "today",
        **drug_arguments(),
        **sample_of_reaction(patient),
        "challenge_key": challenge_row(patient, somebody()).entry_key,
        "slug": Template.objects.order_by("pk")[0].slug,
        "sign_off_key": sample_sign_off(),
        "unit_slug": unit_row(somebody()).slug,
        "revision": 1,
        **figure_arguments(version),
        **sample_of_tryptase(patient),
        **sample_of_skin_tests(patient),
        **sample_of_procedures(patient),
    }
