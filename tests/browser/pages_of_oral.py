"""Pages of oral protocols: the editor empty and filled, days and single doses, signing and the blind check."""

from collections.abc import Iterable
from uuid import uuid4

from django.urls import reverse
from django.utils import timezone

from desens.access.models import User
from desens.access.roles import Role
from desens.unit.selectors import current
from drugs.services import load_library
from patients.models import Patient
from protocols.library_services import load_templates
from protocols.models import Version
from protocols.oral.form import OralForm
from protocols.services import start_protocol
from tests.browser.visit import Visit
from tests.cast import person
from tests.clinic import registered
from tests.protocols.lifecycle.steps import signed


def pages_of_oral_protocols() -> Iterable[Visit]:
    """Everything that is shown of what is taken by mouth."""
    allergist, pharmacist = person("allergist", Role.ALLERGIST), person("pharmacist", Role.PHARMACIST)
    load_library(by="test", at=timezone.now())
    load_templates(by="test", at=timezone.now())
    patient = registered(allergist)
    yield Visit(name="oral, new", address=reverse("oral_new", args=[patient.code]), user=allergist)
    days = oral_version(patient, allergist, "alectinib", "alectinib-case")
    doses = oral_version(patient, allergist, "phenoxymethylpenicillin", "penicillin-v-oral-14-dose")
    components = oral_version(patient, allergist, "cotrimoxazole", "co-trimoxazole-6-day")
    injected = oral_version(patient, allergist, "insulinglargine", "insulin-glargine-subcutaneous")
    shown = {"days": days, "single doses": doses, "two components": components, "under the skin": injected}
    for name, version in shown.items():
        where = [patient.code, version.protocol.code]
        yield Visit(name=f"oral, {name}", address=reverse("version", args=[*where, 1]), user=allergist)
        yield Visit(name=f"oral, next {name}", address=reverse("oral_version_new", args=where), user=allergist)
        yield Visit(name=f"oral, sign {name}", address=reverse("version_sign", args=[*where, 1]), user=allergist)
        signed(version, allergist)
        yield Visit(name=f"oral, check {name}", address=reverse("version_check", args=[*where, 1]), user=pharmacist)
        yield Visit(name=f"oral, no sheet, {name}", address=reverse("nursing_sheet", args=[*where, 1]), user=allergist)


def oral_version(patient: Patient, by: User, drug: str, template: str) -> Version:
    """A draft of a published oral protocol."""
    data = {"drug": drug, "template": template, "intended_on": "2026-12-01", "entry_key": str(uuid4())}
    form = OralForm(data, unit=current())
    assert form.is_valid(), form.errors.as_json()
    prescription = form.prescription()
    assert prescription is not None
    return start_protocol(patient=patient, prescription=prescription, entry_key=uuid4(), by=by, at=timezone.now())
