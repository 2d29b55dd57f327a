"""One-time links: hashed, single, 72 hours, the newest only; and one answer for all that open nothing."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from desens.access.links import LASTS, LinkUsedError, find_link, make_link
from desens.access.models import Invitation, InvitationUse, User
from desens.access.people import accept, invite, lock, reset
from desens.access.roles import Role
from desens.audit.models import AuditEvent
from tests.cast import PASSWORD, client_of

NEW = "seven-grey-herons-44"


@pytest.fixture
def invited(administrator):
    """Ana and her token."""
    return invite(username="ana", full_name="Ana Ruiz", roles=[Role.NURSE], by=administrator, at=timezone.now())


def set_password(token, password1=NEW, password2=NEW):
    return Client().post(reverse("invitation", args=[token]), {"password1": password1, "password2": password2})


def log_in(username, password):
    response = Client().post(reverse("account_login"), {"login": username, "password": password})
    return response.status_code == 302


def test_the_invited_chooses_the_password_and_logs_in(invited):
    _ana, token = invited
    assert "Ana Ruiz" in Client().get(reverse("invitation", args=[token])).content.decode()
    assert not log_in("ana", "")
    assert set_password(token)["Location"] == reverse("account_login")
    assert log_in("ana", NEW)
    event = AuditEvent.objects.get(action="link_used")
    assert (event.by, event.subject_code) == ("ana", "ana")


def test_only_the_hash_of_a_link_is_stored(invited):
    _ana, token = invited
    stored = Invitation.objects.get()
    assert len(token) >= 43
    assert token not in stored.token_hash
    assert not AuditEvent.objects.filter(after__contains=token).exists()


@pytest.mark.parametrize(
    ("after", "opens"), [(LASTS - timedelta(seconds=1), True), (LASTS, False), (LASTS + timedelta(days=9), False)]
)
def test_a_link_lasts_72_hours(nurse, after, opens):
    made = timezone.now()
    token = make_link(nurse, at=made)
    assert timedelta(hours=72) == LASTS
    assert (find_link(token, at=made + after) is not None) is opens


def opening_nothing(invited, administrator):
    """A link of every kind that opens nothing."""
    ana, token = invited
    set_password(token)
    replaced = make_link(administrator, at=timezone.now())
    make_link(administrator, at=timezone.now())
    expired = make_link(administrator, at=timezone.now() - LASTS)
    of_a_locked = make_link(ana, at=timezone.now())
    lock(person=User.objects.get(pk=ana.pk), expected_version=2, by=administrator, at=timezone.now())
    return [token, replaced, expired, of_a_locked, "nobody-has-this"]


def test_every_link_that_opens_nothing_reads_the_same(invited, administrator):
    answers = set()
    for token in opening_nothing(invited, administrator):
        for response in (Client().get(reverse("invitation", args=[token])), set_password(token)):
            assert response.status_code == 404
            reference = response["X-Reference"]
            answers.add(response.content.decode().replace(reference, ""))
    assert len(answers) == 1
    assert "This link opens nothing" in answers.pop()


def test_of_two_uses_at_once_one_is_refused(invited):
    _ana, token = invited
    now = timezone.now()
    first, second = find_link(token, at=now), find_link(token, at=now)
    accept(link=first, password=NEW, at=now)
    with pytest.raises(LinkUsedError):
        accept(link=second, password="another-afternoon-18", at=now)
    assert User.objects.get(username="ana").check_password(NEW)


def test_the_database_takes_one_use_a_link(invited):
    link = Invitation.objects.get()
    InvitationUse(invitation=link, used_at=timezone.now()).save()
    with pytest.raises(IntegrityError):
        InvitationUse(invitation=link, used_at=timezone.now()).save()


def test_a_link_that_ends_before_it_begins_is_refused(nurse):
    now = timezone.now()
    with pytest.raises(IntegrityError):
        Invitation(user=nurse, token_hash="x", made_at=now, expires_at=now).save()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"password1": "short", "password2": "short"}, "at least 12 characters"),
        ({"password1": NEW, "password2": NEW + "5"}, "the same password each time"),
        ({"password1": "qwerty123456", "password2": "qwerty123456"}, "too common"),
        ({"password1": "", "password2": ""}, "required"),
    ],
)
def test_a_password_that_will_not_do_leaves_the_link_open(invited, typed, said):
    _ana, token = invited
    assert said in set_password(token, **typed).content.decode()
    set_password(token)
    assert log_in("ana", NEW)


def test_a_reset_voids_password_and_sessions_and_says_why_in_the_audit(administrator, nurse):
    theirs = client_of(nurse)
    page = client_of(administrator).post(
        reverse("person_reset", args=[nurse.username]), {"version": 1, "reason": "lost the telephone"}
    )
    assert theirs.get(reverse("profile")).status_code == 302
    assert not log_in(nurse.username, PASSWORD)
    assert "lost the telephone" in AuditEvent.objects.get(action="user_reset").after
    set_password(page.context["address"].rstrip("/").split("/")[-1])
    assert log_in(nurse.username, NEW)


def test_a_reset_without_a_reason_does_nothing(administrator, nurse):
    page = client_of(administrator).post(reverse("person_reset", args=[nurse.username]), {"version": 1})
    assert "required" in page.content.decode()
    assert log_in(nurse.username, PASSWORD)


def test_a_stale_reset_keeps_the_reason(administrator, nurse):
    reset(person=nurse, expected_version=1, reason="first", by=administrator, at=timezone.now())
    page = client_of(administrator).post(
        reverse("person_reset", args=[nurse.username]), {"version": 1, "reason": "second"}
    )
    assert page.status_code == 409
    assert 'value="second"' in page.content.decode()
