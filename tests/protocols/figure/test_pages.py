"""Where the figure stands: on a version's page at once, in the editor when nobody types any more."""

import re

import pytest
from django.urls import reverse

from tests.clinic import drafted, libraries, registered, typed
from tests.number_linter import lint, visible_text

pytestmark = pytest.mark.django_db(transaction=True)
HTMX = {"HX-Request": "true"}


@pytest.fixture
def patient(allergist):
    libraries()
    return registered(allergist)


def addresses(page):
    return re.findall(r'(?:src|srcset|hx-get)="(/figures/[^"]+)"', page)


def test_a_version_shows_what_its_line_delivers(patient, allergist, nurse, as_user):
    version = drafted(patient, allergist, primed_with="diluent", dead_volume_ml="20")
    client = as_user(nurse)
    page = client.get(reverse("version", args=[patient.code, version.protocol.code, 1])).content.decode()
    assert "The first drug reaches the patient after" in page
    assert "Where the drug of each bag ends" in page
    assert "hx-get" not in page
    pictures = [client.get(address) for address in addresses(page)]
    assert [picture.headers["Content-Type"] for picture in pictures] == ["image/svg+xml"] * 2
    assert lint(visible_text(page)) == []


def test_a_version_page_names_no_patient_in_its_pictures(patient, allergist, as_user):
    version = drafted(patient, allergist)
    page = as_user(allergist).get(reverse("version", args=[patient.code, version.protocol.code, 1])).content.decode()
    assert addresses(page)
    assert all(patient.code not in address for address in addresses(page))


def test_while_one_types_the_picture_follows(patient, allergist, as_user):
    client, new = as_user(allergist), reverse("protocol_new", args=[patient.code])
    page = client.post(new, typed(primed_with="diluent", dead_volume_ml="20"), headers=HTMX).content.decode()
    (later,) = addresses(page)
    assert "<img" not in page
    assert "load delay" in page
    followed = client.get(later, headers=HTMX).content.decode()
    assert len(addresses(followed)) == 2
    assert "The first drug reaches the patient after" in followed


def test_without_scripts_the_picture_is_there_at_once(patient, allergist, as_user):
    page = as_user(allergist).post(reverse("protocol_new", args=[patient.code]), typed()).content.decode()
    assert "each step as it is set at the pump." in page
    assert len(addresses(page)) == 2


@pytest.mark.parametrize("changes", [{"bag_volume_ml": "5"}, {"target_dose": ""}])
def test_where_nothing_is_computed_there_is_no_figure(patient, allergist, as_user, changes):
    page = as_user(allergist).post(reverse("protocol_new", args=[patient.code]), typed(**changes)).content.decode()
    assert addresses(page) == []
    assert "Delivered dose" not in page
