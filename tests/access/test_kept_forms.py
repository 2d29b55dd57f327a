"""A form sent after the session had ended stands filled again after the log-in: once, for its person, stored once."""

import json
import re
from datetime import timedelta
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from desens.access.models import KeptForm
from desens.access.secret import opened
from patients.models import Patient
from tests.access.factors import code_now, with_app
from tests.access.test_session_limits import HOUR, aged
from tests.cast import PASSWORD, client_of

TYPED = {
    "family_name": 'Núñez <"&> Ortega',
    "given_name": "Ana",
    "birth_date": "1962-04-03",
    "sex": "F",
    "hospital_number": "123456",
}
REGISTER = "/patients/register/"


def inputs(page) -> dict[str, str]:
    """Every field of the page's forms as a browser would send it."""
    html = page.content.decode()
    found = {}
    for tag in re.findall(r"<input[^>]*>", html):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name:
            found[name[1]] = unescape(value[1]) if value else ""
    for name, inside in re.findall(r'<select[^>]*name="([^"]*)"(.*?)</select>', html, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', inside)
        found[name] = chosen[1] if chosen else ""
    return found


def sent_too_late(user, typed=TYPED, address=REGISTER, **headers):
    """Fills the form, lets the session pass the idle limit, sends; gives what was sent and the answer."""
    client = client_of(user)
    sent = inputs(client.get(address)) | typed
    aged(client, log_in_ago=HOUR, activity_ago=HOUR)
    return sent, client.post(address, sent, headers={"Referer": f"http://testserver{address}"} | headers)


def log_in(user, response, password=PASSWORD):
    """Logs in on the page the answer leads to; gives the client and where it then is."""
    client, address = Client(), response.headers.get("Location") or response.headers["HX-Redirect"]
    login = {"login": user.username, "password": password, "next": parse_qs(urlsplit(address).query)["next"][0]}
    return client, client.post(reverse("account_login"), login)


def test_the_form_stands_filled_after_the_log_in_and_is_stored_once(nurse):
    sent, response = sent_too_late(nurse)
    assert not Patient.objects.exists()
    client, answer = log_in(nurse, response)
    assert answer["Location"] == REGISTER
    page = client.get(answer["Location"])
    assert "nothing of it is saved yet" in page.content.decode()
    again = inputs(page)
    for name, value in (TYPED | {"entry_key": sent["entry_key"]}).items():
        assert again[name] == value
    assert not Patient.objects.exists()
    for _ in range(2):
        client.post(REGISTER, again | {"family_name": "Núñez"})
    assert Patient.objects.count() == 1


def test_nothing_typed_stands_in_an_address_or_readable_in_the_database(nurse):
    _sent, response = sent_too_late(nurse)
    assert "123456" not in response["Location"]
    kept = KeptForm.objects.get()
    assert "123456" not in kept.fields
    assert "Ortega" not in json.dumps([kept.page, kept.action, kept.fields])


def test_another_person_does_not_see_it(nurse, allergist):
    _sent, response = sent_too_late(nurse)
    client, answer = log_in(allergist, response)
    page = client.get(answer["Location"])
    assert "Ortega" not in page.content.decode()
    assert inputs(page)["hospital_number"] == ""
    client, answer = log_in(nurse, response)
    assert inputs(client.get(answer["Location"]))["hospital_number"] == "123456"


def test_it_is_shown_once(nurse):
    _sent, response = sent_too_late(nurse)
    client, _answer = log_in(nurse, response)
    assert inputs(client.get(REGISTER))["hospital_number"] == "123456"
    assert inputs(client.get(REGISTER))["hospital_number"] == ""
    assert not KeptForm.objects.exists()
    assert "kept_forms" not in client.session


@pytest.mark.parametrize(("minutes", "stands"), [(29, True), (30, False), (90, False)])
def test_it_lasts_half_an_hour(nurse, minutes, stands):
    _sent, response = sent_too_late(nurse)
    KeptForm.objects.update(kept_at=timezone.now() - timedelta(minutes=minutes))
    client, _answer = log_in(nurse, response)
    assert (inputs(client.get(REGISTER))["hospital_number"] == "123456") is stands


def test_an_old_one_is_forgotten_when_the_next_is_kept(nurse, allergist):
    sent_too_late(nurse)
    KeptForm.objects.update(kept_at=timezone.now() - timedelta(minutes=30))
    sent_too_late(allergist)
    assert [kept.user_id for kept in KeptForm.objects.all()] == [allergist.pk]


def test_of_one_form_the_last_is_kept(nurse):
    sent_too_late(nurse)
    _sent, response = sent_too_late(nurse, TYPED | {"given_name": "Eva"})
    client, answer = log_in(nurse, response)
    assert inputs(client.get(answer["Location"]))["given_name"] == "Eva"


def test_htmx_leaves_the_page_and_the_form_comes_back(nurse):
    headers = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{REGISTER}"}
    _sent, response = sent_too_late(nurse, **headers)
    assert response.content == b""
    client, answer = log_in(nurse, response)
    assert inputs(client.get(answer["Location"]))["hospital_number"] == "123456"


def test_through_the_second_factor_too(nurse):
    with_app(nurse)
    _sent, response = sent_too_late(nurse)
    client, _answer = log_in(nurse, response)
    answer = client.post(reverse("mfa_authenticate"), {"code": code_now()})
    assert answer["Location"] == REGISTER
    assert inputs(client.get(REGISTER))["hospital_number"] == "123456"


def test_a_stale_version_typed_before_the_log_in_stays_stale(nurse):
    _sent, response = sent_too_late(nurse, {"full_name": "Late Writer"}, reverse("profile"))
    type(nurse).objects.filter(pk=nurse.pk).update(full_name="First Writer", version=2)
    client, answer = log_in(nurse, response)
    again = inputs(client.get(answer["Location"]))
    assert (again["full_name"], again["version"]) == ("Late Writer", "1")
    assert client.post(reverse("profile"), again).status_code == 409


def test_passwords_are_never_kept(nurse):
    typed = {"oldpassword": PASSWORD, "password1": "another-afternoon-18", "password2": "another-afternoon-18"}
    sent_too_late(nurse, typed, reverse("account_change_password"))
    kept = json.loads(opened(KeptForm.objects.get().fields, purpose="kept form"))
    assert kept == {"username": [nurse.username]}


def test_what_another_site_typed_is_not_kept(nurse):
    client = client_of(nurse)
    client.handler.enforce_csrf_checks = True
    aged(client, log_in_ago=HOUR, activity_ago=HOUR)
    assert "next=" not in client.post(REGISTER, TYPED)["Location"]
    assert not KeptForm.objects.exists()


def test_a_form_sent_from_elsewhere_leads_back_to_where_it_posts(nurse):
    _sent, response = sent_too_late(nurse, Referer="https://elsewhere.example/trap/")
    assert parse_qs(urlsplit(response["Location"]).query)["next"] == [REGISTER]


def test_under_a_new_secret_nothing_comes_back_and_nothing_breaks(nurse, settings):
    _sent, response = sent_too_late(nurse)
    settings.SECRET_KEY = "another" * 10
    client, answer = log_in(nurse, response)
    assert inputs(client.get(answer["Location"]))["hospital_number"] == ""


def test_who_has_nothing_waiting_pays_nothing(nurse, django_assert_num_queries):
    client = client_of(nurse)
    client.get(reverse("profile"))
    with django_assert_num_queries(3):  # session, user, roles
        client.get(reverse("profile"))
