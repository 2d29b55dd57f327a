"""Sessions end by themselves, say why, and are not kept alive by polling."""

import time
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from desens.audit.models import AuditEvent

MINUTE, HOUR = 60, 3600


def aged(client, *, log_in_ago: int, activity_ago: int):
    """The client with a session that began and was last used so many seconds ago."""
    now = int(time.time())
    session = client.session
    session["began_s"], session["active_s"] = now - log_in_ago, now - activity_ago
    session.save()
    return client


def ended(response) -> str | None:
    if response.status_code != 302:
        return None
    address = urlsplit(response["Location"])
    assert address.path == reverse("account_login")
    return parse_qs(address.query)["ended"][0]


@pytest.mark.parametrize(
    ("activity_ago", "end"),
    [(14 * MINUTE, None), (15 * MINUTE - 2, None), (15 * MINUTE, "idle"), (16 * MINUTE, "idle")],
)
def test_fifteen_idle_minutes_end_a_session(nurse, as_user, activity_ago, end):
    client = aged(as_user(nurse), log_in_ago=HOUR, activity_ago=activity_ago)
    assert ended(client.get(reverse("profile"))) == end


@pytest.mark.parametrize(("log_in_ago", "end"), [(12 * HOUR - 2, None), (12 * HOUR, "absolute")])
def test_twelve_hours_end_a_session_however_busy(nurse, as_user, log_in_ago, end):
    client = aged(as_user(nurse), log_in_ago=log_in_ago, activity_ago=0)
    assert ended(client.get(reverse("profile"))) == end


def test_an_installation_may_set_the_limit(nurse, as_user, settings):
    settings.SESSION_IDLE_MINUTES = 5
    client = aged(as_user(nurse), log_in_ago=HOUR, activity_ago=5 * MINUTE)
    assert ended(client.get(reverse("profile"))) == "idle"


def test_the_ended_session_opens_nothing_and_the_page_says_why(nurse, as_user):
    client = aged(as_user(nurse), log_in_ago=HOUR, activity_ago=HOUR)
    page = client.get(reverse("profile"), follow=True)
    assert "nothing was done for a while" in page.content.decode()
    assert page.context["redirect_field_value"] == reverse("profile")
    assert client.get(reverse("profile")).status_code == 302
    assert AuditEvent.objects.filter(action="session_ended", by=nurse.username).count() == 1


def test_an_empty_form_sent_too_late_does_not_come_back_as_an_address(nurse, as_user):
    client = aged(as_user(nurse), log_in_ago=HOUR, activity_ago=HOUR)
    assert "next=" not in client.post(reverse("profile"))["Location"]


def test_htmx_is_told_to_leave_the_page(nurse, as_user):
    client = aged(as_user(nurse), log_in_ago=HOUR, activity_ago=HOUR)
    response = client.get(
        reverse("profile"), HTTP_HX_REQUEST="true", HTTP_HX_CURRENT_URL="http://testserver/patients/?q=1"
    )
    assert response["HX-Redirect"] == f"{reverse('account_login')}?ended=idle&next=%2Fpatients%2F"
    assert response.content == b""


def test_what_a_page_asks_for_by_itself_gets_nothing_and_leaves_the_end_to_its_person(nurse, as_user):
    client = aged(as_user(nurse), log_in_ago=HOUR, activity_ago=HOUR)
    response = client.get(reverse("profile"), headers={"X-Polling": "1", "HX-Request": "true"})
    assert (response.status_code, response.content, response.headers.get("HX-Redirect")) == (204, b"", None)
    assert "next=" in client.get(reverse("profile"))["Location"]


@pytest.mark.parametrize(("headers", "kept_alive"), [({}, True), ({"X-Polling": "1"}, False)])
def test_only_a_person_keeps_a_session_alive(nurse, as_user, headers, kept_alive):
    client = aged(as_user(nurse), log_in_ago=HOUR, activity_ago=10 * MINUTE)
    before = client.session["active_s"]
    assert client.get(reverse("profile"), headers=headers).status_code == 200
    assert (client.session["active_s"] > before) is kept_alive


def test_the_clock_starts_with_the_first_page(nurse, as_user):
    client = as_user(nurse)
    client.get(reverse("profile"))
    assert client.session["began_s"] == client.session["active_s"] == pytest.approx(time.time(), abs=5)


@pytest.mark.parametrize(("activity_ago", "writes"), [(30, 0), (2 * MINUTE, 1)])
def test_activity_costs_a_write_a_minute_at_most(nurse, as_user, activity_ago, writes):
    client = aged(as_user(nurse), log_in_ago=HOUR, activity_ago=activity_ago)
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse("profile"))
    assert sum(query["sql"].startswith('UPDATE "django_session"') for query in queries) == writes


def test_a_person_locked_meanwhile_is_out_at_the_next_request(nurse, as_user):
    client = as_user(nurse)
    assert client.get(reverse("profile")).status_code == 200
    type(nurse).objects.filter(pk=nurse.pk).update(is_active=False)
    response = client.get(reverse("profile"))
    assert response["Location"] == f"{reverse('account_login')}?next={reverse('profile')}"
