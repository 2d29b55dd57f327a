"""Copies of published protocols, of exports and of a patient's version."""

import pytest
from django.urls import reverse

from protocols.models import Template
from protocols.unit_templates.copying import content_of
from tests.access.samples import sample_version
from tests.clinic import libraries, registered
from tests.number_linter import visible_text
from tests.protocols.unit_templates.sending import NEW, kept
from tests.protocols.unit_templates.written import unit_row

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(pharmacist, as_user):
    libraries()
    return as_user(pharmacist)


@pytest.mark.parametrize(
    "slug", ["alectinib-case", "generic-12-step", "penicillin-v-oral-14-dose", "ceftazidime-12-step"]
)
def test_a_copy_of_a_published_protocol_is_a_template_of_its_own(client, slug):
    page = client.get(reverse("template_copy", args=[slug, 1]))
    text = page.context["form"].initial["text"]
    assert page.context["address"] == reverse(NEW)
    kept(client, reverse(NEW), text=text)
    row, published = Template.objects.get(origin="unit"), Template.objects.get(slug=slug)
    held = content_of(row)
    assert held["title"] == f"{published.title}, as we give it"
    assert held["mark"] == "VERIFY"
    assert not {"printed", "errata", "checked_by"} & held.keys()


def test_what_is_exported_and_imported_is_the_same_content(client, pharmacist):
    row = unit_row(pharmacist)
    text = client.get(reverse("template_export", args=[row.slug, 1])).content.decode()
    kept(client, reverse("unit_template_revise", args=[row.slug]), text=text + "notes: more\n", based_on=1)
    later = Template.objects.get(slug=row.slug, revision=2)
    exported = client.get(reverse("template_export", args=[row.slug, 2]))
    assert exported["Content-Disposition"] == f'attachment; filename="{row.slug}-2.yaml"'
    kept(client, reverse(NEW), text=exported.content.decode(), title="Another")
    imported = Template.objects.exclude(slug=row.slug).get(origin="unit")
    assert content_of(imported) == content_of(later) | {"title": "Another", "revision": "1"}


def test_nothing_of_the_patient_goes_along(client, allergist, as_user):
    patient = registered(allergist)
    version = sample_version(patient)
    page = client.get(reverse("version_template", args=[patient.code, version.protocol.code, 1]))
    text = page.context["form"].initial["text"]
    for word in (patient.family_name, patient.given_name, patient.hospital_number, patient.code, version.protocol.code):
        assert word not in text
        assert word not in visible_text(page.content.decode())
    kept(client, reverse(NEW), text=text)
    assert Template.objects.get(origin="unit").title == "atezolizumab, 16 steps, 4 bags"
    other = registered(allergist, hospital_number="99")
    forged = reverse("version_template", args=[other.code, version.protocol.code, 1])
    assert client.get(forged).status_code == 404
