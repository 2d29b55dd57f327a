"""What cannot be signed is told on the page."""

import json

import pytest
from django.urls import reverse

from protocols.models import Template, TemplateSignOff
from tests.clinic import libraries
from tests.protocols.unit_templates.saying_pages import said, signing
from tests.protocols.unit_templates.written import of_oxaliplatin, unit_row

pytestmark = pytest.mark.django_db


@pytest.fixture
def to_sign(allergist):
    libraries()
    row = unit_row(allergist, content=json.dumps(of_oxaliplatin()))
    return reverse("template_sign_off", args=[row.slug, 1])


def test_what_cannot_be_signed_is_told(to_sign, allergist, as_user):
    client = as_user(allergist)
    moved = client.post(to_sign, signing(places="solution 1, solution 2"))
    assert "What was shown has changed meanwhile" in said(moved)
    assert 'value="solution 1"' in moved.content.decode()
    gone = client.post(to_sign, signing(code="no-rise-at-bag-change", places="step 3"))
    assert "What was shown has changed meanwhile" in said(gone)
    assert client.post(to_sign, signing(code="target-missed")).status_code == 200
    client.post(to_sign, signing())
    assert f"{allergist.full_name} signed for this meanwhile" in said(client.post(to_sign, signing()))
    assert TemplateSignOff.objects.count() == 1


def test_an_older_revision_and_a_protocol_by_mouth_have_nothing_to_sign(to_sign, allergist, as_user):
    client = as_user(allergist)
    row = Template.objects.get(origin="unit")
    unit_row(allergist, revision=2, content=row.content)
    assert "This is not the latest revision" in said(client.get(to_sign))
    assert "A newer revision was made meanwhile" in said(client.post(to_sign, signing()))
    oral = client.get(reverse("template_sign_off", args=["alectinib-case", 1]))
    assert "Only infused protocols have such findings." in said(oral)
