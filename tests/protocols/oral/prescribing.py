"""An oral prescription made from the form, with cells of its plan typed anew."""

from uuid import uuid4

from django.utils import timezone

from desens.access.models import User
from desens.unit.selectors import current
from patients.models import Patient
from protocols.models import Version
from protocols.oral.building import plan_of
from protocols.oral.deciding import key_of
from protocols.oral.form import OralForm
from protocols.oral.offered import oral_templates
from protocols.oral.posting import BUILT, FROM, carried
from protocols.oral.prescription import OralPrescription
from protocols.oral.rows import digest
from protocols.services import start_protocol

COTRIMOXAZOLE = {"drug": "cotrimoxazole", "template": "co-trimoxazole-6-day"}


def prescribed_orally(*, drug: str, template: str, **cells: str) -> OralPrescription:
    """The template's plan with `phase__6__dose="120"` and the like."""
    row, published = oral_templates()[template]
    origin = {FROM: key_of(row.slug, row.revision, published.unit), BUILT: digest(plan_of(published))}
    typed = {name.replace("__", "-"): text for name, text in cells.items()}
    data = {"drug": drug, "template": template, "intended_on": "2026-12-01", "entry_key": str(uuid4())}
    form = OralForm(data | origin | carried(plan_of(published)) | typed, unit=current())
    assert form.is_valid(), form.errors.as_json()
    prescription = form.prescription()
    assert prescription is not None, form.plan
    return prescription


def drafted_orally(patient: Patient, by: User, *, drug: str, template: str) -> Version:
    """The first draft; the libraries are loaded."""
    prescription = prescribed_orally(drug=drug, template=template)
    return start_protocol(patient=patient, prescription=prescription, entry_key=uuid4(), by=by, at=timezone.now())
