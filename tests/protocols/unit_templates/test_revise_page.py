"""A revision begins with the latest; the loser sees both."""

import pytest
from django.urls import reverse

from protocols.models import Template
from tests.clinic import libraries
from tests.number_linter import visible_text
from tests.protocols.unit_templates.sending import kept
from tests.protocols.unit_templates.written import unit_row

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(pharmacist, as_user):
    libraries()
    return as_user(pharmacist)


def test_a_revision_begins_with_the_latest_and_the_loser_sees_both(client, pharmacist, allergist, as_user):
    row = unit_row(allergist)
    address = reverse("unit_template_revise", args=[row.slug])
    opened = client.get(address)
    text = opened.context["form"].initial["text"]
    assert opened.context["based_on"] == 1
    slower = text.replace("rate_ml_h: 25", "rate_ml_h: 20")
    assert kept(as_user(allergist), address, text=slower, based_on=1).status_code == 302
    response = kept(client, address, text=text.replace("minutes: 15", "minutes: 20"), based_on=1)
    assert response.status_code == 409
    said = visible_text(response.content.decode())
    assert "somebody made a revision meanwhile" in said
    assert "step 2, rate\n20\u00a0mL/h\n25\u00a0mL/h" in said
    assert "minutes: 20" in response.context["form"]["text"].value()
    again = {"text": text.replace("minutes: 15", "minutes: 20"), "based_on": response.context["based_on"]}
    assert kept(client, address, **again).status_code == 302
    assert Template.objects.get(slug=row.slug, revision=3).made_by == pharmacist


@pytest.mark.parametrize("forged", ["", "0", "-1", "x", "99", "9" * 30, "١"])
def test_a_forged_revision_is_a_stale_one(client, allergist, forged):
    row = unit_row(allergist)
    response = kept(client, reverse("unit_template_revise", args=[row.slug]), based_on=forged)
    assert response.status_code == 409
    assert Template.objects.filter(slug=row.slug).count() == 1


@pytest.mark.parametrize("slug", ["generic-12-step", "unit-none", "unit"])
def test_only_a_template_of_the_unit_is_revised_retired_or_read(client, slug):
    for name, arguments in (("revise", [slug]), ("retire", [slug]), ("reading", [slug, 1])):
        assert client.post(reverse(f"unit_template_{name}", args=arguments)).status_code == 404
