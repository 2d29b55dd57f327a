"""Six wrong passwords for one user name from one address close the door for a quarter of an hour."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from desens.audit.models import AuditEvent
from tests.cast import PASSWORD

WARD, OFFICE = "192.0.2.7", "192.0.2.8"


def try_from(address, username, password="not-this-one", **headers):
    return Client(REMOTE_ADDR=address).post(
        reverse("account_login"), {"login": username, "password": password}, headers=headers
    )


def fail(times, username, address=WARD):
    for _ in range(times):
        response = try_from(address, username)
    return response


def test_five_wrong_passwords_leave_the_door_open(nurse):
    assert fail(5, nurse.username).status_code == 200
    assert try_from(WARD, nurse.username, PASSWORD).status_code == 302


def test_the_sixth_closes_it_and_says_for_how_long(nurse):
    response = fail(6, nurse.username)
    assert response.status_code == 429
    page = " ".join(response.content.decode().split())
    assert f"Log-in is closed for 15 minutes for the user name “{nurse.username}” from this place." in page


def test_then_the_right_password_opens_nothing(nurse):
    fail(6, nurse.username)
    assert try_from(WARD, nurse.username, PASSWORD).status_code == 429
    assert AuditEvent.objects.filter(action="log_in_locked_out", subject_code=nurse.username).count() == 2
    assert AuditEvent.objects.filter(action="log_in_failed", subject_code=nurse.username).count() == 5


def test_neither_letter_case_nor_browser_buys_an_attempt(nurse):
    for number, name in enumerate(["nurse.one", "NURSE.one", "Nurse.One", " nurse.one", "nURSE.one", "nurse.ONE"]):
        response = try_from(WARD, name, **{"User-Agent": f"browser {number}"})
    assert response.status_code == 429


def test_others_at_the_same_place_and_the_person_elsewhere_are_not_closed_out(nurse, allergist):
    fail(6, nurse.username)
    assert try_from(WARD, allergist.username, PASSWORD).status_code == 302
    assert try_from(OFFICE, nurse.username, PASSWORD).status_code == 302


def test_a_success_before_the_sixth_starts_the_count_again(nurse):
    fail(5, nurse.username)
    try_from(WARD, nurse.username, PASSWORD)
    assert fail(5, nurse.username).status_code == 200


@pytest.mark.parametrize(
    ("ago", "status"),
    [(timedelta(minutes=14, seconds=55), 429), (timedelta(minutes=15), 302), (timedelta(hours=1), 302)],
)
def test_the_door_opens_again_after_fifteen_minutes(nurse, ago, status):
    fail(6, nurse.username)
    AccessAttempt.objects.update(attempt_time=timezone.now() - ago)
    assert try_from(WARD, nurse.username, PASSWORD).status_code == status


@pytest.mark.parametrize(("proxies", "status"), [(1, 302), (0, 429)])
def test_behind_a_trusted_proxy_each_address_counts_for_itself(nurse, settings, proxies, status):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    for _ in range(6):
        try_from("127.0.0.1", nurse.username, **{"X-Forwarded-For": WARD})
    answer = try_from("127.0.0.1", nurse.username, PASSWORD, **{"X-Forwarded-For": OFFICE})
    assert answer.status_code == status


def test_no_password_is_kept_with_the_attempts(nurse):
    try_from(WARD, nurse.username, "a-secret-of-mine")
    attempt = AccessAttempt.objects.get()
    assert attempt.username == nurse.username
    assert "a-secret-of-mine" not in attempt.post_data


def test_trying_many_user_names_from_one_place_is_stopped_too(nurse):
    for number in range(30):
        try_from(WARD, f"guess{number}")
    assert "Wait a minute, then try again." in try_from(WARD, nurse.username, PASSWORD).content.decode()
    assert try_from(OFFICE, nurse.username, PASSWORD).status_code == 302
