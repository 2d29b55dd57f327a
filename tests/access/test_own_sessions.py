"""A person sees where they are logged in, and ends what they do not know."""

import json
import time
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from desens.access.models import OpenSession
from desens.audit.models import AuditEvent
from tests.cast import PASSWORD, client_of

TELEPHONE, DESK = "Telephone 1", "Desk 2"


def logged_in(user, device, address="192.0.2.7"):
    client = Client(REMOTE_ADDR=address, HTTP_USER_AGENT=device)
    client.post(reverse("account_login"), {"login": user.username, "password": PASSWORD})
    return client


def is_in(client) -> bool:
    return client.get(reverse("profile")).status_code == 200


def shown(client) -> list[tuple[str, str | None]]:
    return [(session.device, session.address) for session in client.get(reverse("own_sessions")).context["sessions"]]


def test_each_session_shows_device_address_and_activity(nurse):
    logged_in(nurse, TELEPHONE, "192.0.2.9")
    desk = logged_in(nurse, DESK)
    assert sorted(shown(desk)) == [(DESK, "192.0.2.7"), (TELEPHONE, "192.0.2.9")]
    page = desk.get(reverse("own_sessions")).content.decode()
    assert page.count("this one") == 1


def test_activity_is_noted_at_most_once_a_minute(nurse):
    client = logged_in(nurse, DESK)
    client.get(reverse("home"))
    OpenSession.objects.update(active_at=timezone.now() - timedelta(minutes=5))
    client.get(reverse("home"))
    assert OpenSession.objects.get().active_at < timezone.now() - timedelta(minutes=4)
    session = client.session
    session["active_s"] = int(time.time()) - 61
    session.save()
    client.get(reverse("home"))
    assert OpenSession.objects.get().active_at > timezone.now() - timedelta(minutes=1)


def test_one_is_ended_at_once_and_audited(nurse):
    telephone, desk = logged_in(nurse, TELEPHONE), logged_in(nurse, DESK)
    ended = OpenSession.objects.get(device=TELEPHONE)
    desk.post(reverse("own_sessions"), {"session": ended.pk})
    assert not is_in(telephone)
    assert is_in(desk)
    event = AuditEvent.objects.get(action="session_ended")
    assert json.loads(event.after) == {"because": "ended by the person", "address": "192.0.2.7", "device": TELEPHONE}


def test_all_others_are_ended_and_this_one_stays(nurse):
    others, desk = [logged_in(nurse, f"{TELEPHONE}{number}") for number in range(3)], logged_in(nurse, DESK)
    desk.post(reverse("own_sessions"))
    assert [is_in(client) for client in others] == [False] * 3
    assert is_in(desk)
    assert AuditEvent.objects.filter(action="session_ended").count() == 3


def test_nobody_ends_the_session_of_another(nurse, allergist):
    theirs, mine = logged_in(allergist, DESK), logged_in(nurse, DESK)
    for session in (OpenSession.objects.get(user=allergist).pk, "one", 0, 10**30):
        mine.post(reverse("own_sessions"), {"session": session})
    mine.post(reverse("own_sessions"))
    assert is_in(theirs)


def test_logging_out_takes_it_off_the_list(nurse):
    telephone, desk = logged_in(nurse, TELEPHONE), logged_in(nurse, DESK)
    telephone.post(reverse("account_logout"))
    assert shown(desk) == [(DESK, "192.0.2.7")]


@pytest.mark.parametrize(("idle", "listed"), [(14, 2), (15, 1)])
def test_a_session_over_by_the_idle_limit_is_not_listed(nurse, idle, listed):
    logged_in(nurse, TELEPHONE)
    desk = logged_in(nurse, DESK)
    OpenSession.objects.filter(device=TELEPHONE).update(active_at=timezone.now() - timedelta(minutes=idle))
    assert len(shown(desk)) == listed


def test_a_new_password_ends_the_others_and_keeps_this_one_on_the_list(nurse):
    telephone, desk = logged_in(nurse, TELEPHONE), logged_in(nurse, DESK)
    new = {"oldpassword": PASSWORD, "password1": "another-afternoon-18", "password2": "another-afternoon-18"}
    desk.post(reverse("account_change_password"), new)
    assert not is_in(telephone)
    assert shown(desk) == [(DESK, "192.0.2.7")]


def test_sessions_long_over_are_forgotten_at_the_next_log_in(nurse):
    client_of(nurse)
    OpenSession.objects.update(began_at=timezone.now() - timedelta(hours=12))
    client_of(nurse)
    assert OpenSession.objects.count() == 1
