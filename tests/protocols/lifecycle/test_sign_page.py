"""The page on which a version is signed, and what the version's page says of its state."""

import re

import pytest
from django.urls import reverse

from protocols.models import Signature
from tests.cast import PASSWORD
from tests.clinic import drafted, libraries, registered
from tests.protocols.lifecycle.steps import PLANNED_ON, reasons, released, signed, verified, voided

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def version(allergist):
    libraries()
    return drafted(registered(allergist), allergist)


def address(version, name="version_sign"):
    protocol = version.protocol
    return reverse(name, args=[protocol.patient.code, protocol.code, version.number])


def page_of(client, version, name="version_sign"):
    return client.get(address(version, name)).content.decode()


def typed(client, version, **changes):
    """What the form holds when it is sent, filled in."""
    key = re.search(r'name="entry_key" value="([^"]+)"', page_of(client, version)).group(1)
    return {"entry_key": key, "digest": version.digest, "password": PASSWORD, **reasons(version), **changes}


def test_the_allergist_signs_with_reasons_and_password(version, allergist, as_user):
    client = as_user(allergist)
    shown = page_of(client, version, "version")
    assert address(version) in shown
    response = client.post(address(version), typed(client, version))
    assert response.url == address(version, "version")
    shown = page_of(client, version, "version")
    assert "signed" in shown
    assert "given so for years" in shown
    assert address(version) not in shown


def test_what_was_signed_with_a_reason_no_longer_asks_for_one(version, allergist, as_user):
    client = as_user(allergist)
    asked = page_of(client, version, "version").count("Needs sign-off")
    assert asked
    client.post(address(version), typed(client, version))
    shown = page_of(client, version, "version")
    assert "Needs sign-off" not in shown
    assert shown.count("Signed with a reason") == asked


def test_the_sheet_is_the_next_step_once_it_is_valid(version, allergist, pharmacist, as_user):
    client = as_user(allergist)
    sheet = re.compile(r'class="btn (btn-[a-z-]+)" href="[^"]+nursing-sheet.pdf">([^<]+)<')
    assert sheet.findall(page_of(client, version, "version")) == [
        ("btn-outline-primary", "Print the nursing sheet (PDF): not valid")
    ]
    signed(version, allergist)
    verified(version, pharmacist)
    released(version, allergist)
    assert sheet.findall(page_of(client, version, "version")) == [("btn-primary", "Print the nursing sheet (PDF)")]


def test_without_reasons_or_with_a_wrong_password_nothing_is_signed_and_nothing_lost(version, allergist, as_user):
    client = as_user(allergist)
    wrong = client.post(address(version), typed(client, version, password="guess")).content.decode()
    assert "given so for years" in wrong
    assert "guess" not in wrong
    empty = client.post(address(version), typed(client, version, **{"reason-1": ""})).content.decode()
    assert "This field is required" in empty
    assert not Signature.objects.exists()


def test_the_same_form_sent_twice_is_one_signature(version, allergist, as_user):
    client = as_user(allergist)
    form = typed(client, version)
    assert client.post(address(version), form).status_code == client.post(address(version), form).status_code == 302
    assert Signature.objects.count() == 1


def test_a_version_signed_meanwhile_answers_409_and_keeps_what_was_typed(version, allergist, as_user):
    client = as_user(allergist)
    form = typed(client, version)
    signed(version, allergist)
    answer = client.post(address(version), form)
    assert answer.status_code == 409
    assert "did this already" in answer.content.decode()
    assert "given so for years" in answer.content.decode()


def test_what_cannot_be_signed_leads_back_and_says_why(version, allergist, as_user):
    voided(version, allergist)
    client = as_user(allergist)
    answer = client.get(address(version))
    assert answer.url == address(version, "version")
    assert "This version is void." in client.get(answer.url).content.decode()


def test_a_version_of_another_patient_is_not_found(version, allergist, as_user):
    other = registered(allergist, hospital_number="9")
    forged = reverse("version_sign", args=[other.code, version.protocol.code, 1])
    client = as_user(allergist)
    assert client.get(forged).status_code == 404
    assert client.post(forged, typed(client, version)).status_code == 404


def test_the_page_of_a_version_says_how_far_it_has_come(version, allergist, pharmacist, nurse, as_user):
    signed(version, allergist)
    verified(version, pharmacist)
    released(version, allergist)
    shown = " ".join(re.sub("<[^>]+>", " ", page_of(as_user(nurse), version, "version")).split())
    assert f"Prescribed {allergist.full_name}" in shown
    assert f"Verified {pharmacist.full_name}" in shown
    assert f"Released for {PLANNED_ON.isoformat()} , day hospital" in shown
