"""The own account: saved with its event, never over somebody else's change."""

import json

import pytest
from django.urls import reverse

from desens.audit.models import AuditEvent
from tests.cast import client_of


def save(client, **fields):
    return client.post(reverse("profile"), {"full_name": "New Name", "telephone": "+34 600 000 000", **fields})


def test_it_shows_the_person_and_the_roles(identified_reviewer):
    page = client_of(identified_reviewer).get(reverse("profile")).content.decode()
    assert "reviewer.two" in page
    assert "Reviewer, May see identity" in page


def test_a_change_is_kept_and_audited(nurse):
    client = client_of(nurse)
    assert save(client, version=1)["Location"] == reverse("profile")
    assert "Saved." in client.get(reverse("profile")).content.decode()
    nurse.refresh_from_db()
    assert (nurse.full_name, nurse.telephone, nurse.version) == ("New Name", "+34 600 000 000", 2)
    event = AuditEvent.objects.get(action="profile_changed")
    assert json.loads(event.before) == {"full_name": "Nurse One Example", "telephone": ""}
    assert json.loads(event.after) == {"full_name": "New Name", "telephone": "+34 600 000 000"}


def test_a_stale_save_shows_both_and_the_next_one_saves(nurse):
    client = client_of(nurse)
    save(client, version=1, full_name="First Writer")
    response = save(client, version=1, full_name="Second Writer")
    page = response.content.decode()
    assert response.status_code == 409
    assert "<strong>First Writer</strong>" in page
    assert 'value="Second Writer"' in page
    nurse.refresh_from_db()
    assert nurse.full_name == "First Writer"
    save(client, full_name="Second Writer", version=response.context["form"]["version"].value())
    nurse.refresh_from_db()
    assert (nurse.full_name, nurse.version) == ("Second Writer", 3)


@pytest.mark.parametrize("name", ["", "   ", "x" * 201, "gm \u202e5.0", "zero\u200bwidth", "nul\x00"])
def test_a_name_that_hides_or_breaks_is_refused_beside_the_field(nurse, name):
    page = save(client_of(nurse), version=1, full_name=name).content.decode()
    assert "invalid-feedback" in page
    assert "+34 600 000 000" in page
    nurse.refresh_from_db()
    assert nurse.version == 1


@pytest.mark.parametrize("version", ["", "0", "one", "99999999999999999999"])
def test_a_form_without_its_version_saves_nothing(nurse, version):
    assert "the form was not complete" in save(client_of(nurse), version=version).content.decode()
    nurse.refresh_from_db()
    assert nurse.version == 1
