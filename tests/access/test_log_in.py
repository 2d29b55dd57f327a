"""The log-in page itself: what opens, what does not, and what the audit says."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from desens.audit.models import AuditEvent
from tests.cast import PASSWORD, client_of


def try_to_log_in(client, username, password=PASSWORD, **fields):
    return client.post(reverse("account_login"), {"login": username, "password": password, **fields})


def is_open_to(client) -> bool:
    return client.get(reverse("account_change_password")).status_code == 200


def last_event() -> tuple[str, str, str]:
    event = AuditEvent.objects.order_by("-pk")[0]
    return event.action, event.by, event.subject_code


@pytest.fixture
def client():
    return Client(REMOTE_ADDR="192.0.2.7")


def test_the_right_password_opens(client, nurse):
    response = try_to_log_in(client, nurse.username)
    assert response["Location"] == reverse("home")
    assert is_open_to(client)
    assert last_event() == ("logged_in", nurse.username, nurse.username)
    assert json.loads(AuditEvent.objects.order_by("-pk")[0].after) == {"address": "192.0.2.7"}


def test_the_user_name_is_read_whatever_its_letter_case(client, nurse):
    try_to_log_in(client, f" {nurse.username.upper()} ")
    assert is_open_to(client)


def test_a_wrong_password_says_so_and_keeps_the_user_name(client, nurse):
    page = try_to_log_in(client, nurse.username, "not-this-one").content.decode()
    assert "The user name or the password is wrong, or the account is locked." in page
    assert f'value="{nurse.username}"' in page
    assert "not-this-one" not in page
    assert not is_open_to(client)
    assert last_event() == ("log_in_failed", "anonymous", nurse.username)


def test_an_unknown_user_name_reads_the_same_and_is_not_stored(client, nurse):
    page = try_to_log_in(client, "a-password-typed-here").content.decode()
    assert "The user name or the password is wrong, or the account is locked." in page
    assert last_event() == ("log_in_failed", "anonymous", "unknown")
    assert not AuditEvent.objects.filter(after__contains="a-password-typed-here").exists()


def test_nothing_typed_is_asked_for(client, db):
    page = try_to_log_in(client, "", "").content.decode()
    assert page.count("This field is required.") == 2


def test_a_locked_account_is_not_opened_by_its_password(client, nurse):
    type(nurse).objects.update(is_active=False)
    page = try_to_log_in(client, nurse.username).content.decode()
    assert "The user name or the password is wrong, or the account is locked." in page
    assert not is_open_to(client)
    assert last_event() == ("log_in_refused", "anonymous", nurse.username)


@pytest.mark.parametrize(
    ("asked", "reached"),
    [("/account/profile/", "/account/profile/"), ("https://elsewhere.example/", "/"), ("//elsewhere.example", "/")],
)
def test_after_log_in_one_is_where_one_wanted_to_be_but_never_elsewhere(client, nurse, asked, reached):
    assert try_to_log_in(client, nurse.username, next=asked)["Location"] == reached


def test_a_session_does_not_outlive_the_browser_and_gets_a_new_key(client, nurse):
    client.get(reverse("account_login"))
    try_to_log_in(client, nurse.username)
    cookie = client.cookies["sessionid"]
    assert (cookie["max-age"], cookie["expires"], bool(cookie["httponly"]), cookie["samesite"]) == ("", "", True, "Lax")


def test_logging_out_closes_and_is_audited(nurse):
    client = client_of(nurse)
    assert "What is not saved is lost." in client.get(reverse("account_logout")).content.decode()
    assert is_open_to(client)
    page = client.post(reverse("account_logout"), follow=True).content.decode()
    assert "You have logged out." in page
    assert not is_open_to(client)
    assert last_event() == ("logged_out", nurse.username, nurse.username)


def test_logging_out_of_nothing_is_no_event(client, db):
    assert client.post(reverse("account_logout"))["Location"] == reverse("account_login")
    assert not AuditEvent.objects.exists()


def test_whoever_is_logged_in_does_not_see_the_door(nurse):
    assert client_of(nurse).get(reverse("account_login"))["Location"] == reverse("home")


def test_nobody_signs_up(client, db):
    page = client.get(reverse("account_signup")).content.decode()
    assert "An administrator of the unit adds people." in page
    assert "<input" not in page
    assert client.post(reverse("account_signup"), {"username": "me"}).status_code == 405
    assert "sign-up" not in client.get(reverse("account_login")).content.decode()


def test_the_door_answers_with_pages_only(client, nurse):
    response = client.post(reverse("account_login"), {"login": nurse.username}, headers={"Accept": "application/json"})
    assert response["Content-Type"].startswith("text/html")
