"""A protocol made from a template of the unit shows what was signed with the template, and what is due on it."""

from fractions import Fraction
from uuid import uuid4

import pytest
from django.utils import timezone

from desens.unit.selectors import current
from drugs.models import Drug
from protocols.findings_shown import finding_lines
from protocols.forms import ProtocolForm
from protocols.services import propose
from protocols.unit_templates import saying_services, services, signing_services
from protocols.unit_templates.signing_services import NewSignOff
from tests.clinic import libraries, typed
from tests.protocols.unit_templates.written import content

pytestmark = pytest.mark.django_db


def common(by):
    return {"entry_key": uuid4(), "by": by, "at": timezone.now()}


def proposed(row):
    choices = typed(drug="oxaliplatin", target_dose="150", template=row.slug, diluent="glucose-5")
    form = ProtocolForm(choices, unit=current())
    assert form.is_valid(), form.errors
    _specification, schedule = propose(form.prescription())
    return {line.code: line for line in finding_lines(schedule.findings)}


def test_what_was_signed_with_the_template_is_a_caution_of_the_protocol(allergist, pharmacist):
    libraries()
    drugs = [{"name": "oxaliplatin", "target_dose": "150", "unit": "mg"}]
    row = services.make_template(content=content(drugs=drugs, review_due="2020-01-01"), note="", **common(allergist))
    before = proposed(row)
    assert before["concentration-below-range"].level == "sign-off"
    assert {"template-unread", "template-review-due"} <= before.keys()
    new = NewSignOff(
        drug=Drug.objects.get(name_key="oxaliplatin"),
        dose=Fraction(150),
        code="concentration-below-range",
        places=("solution 1",),
        reason="as published",
    )
    signing_services.sign_once(template=row, new=new, **common(allergist))
    saying_services.record_reading(template=row, note="with the paper", **common(pharmacist))
    after = proposed(row)
    line = after["concentration-below-range"]
    assert line.level == "caution"
    assert line.text.endswith(f"Signed with the template by {allergist.full_name}: as published")
    assert "template-unread" not in after
    assert "template-review-due" in after
