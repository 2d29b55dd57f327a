"""The administrator's pages about people: what each does, what the audit says, what is refused."""

import json

import pytest
from django.urls import reverse
from django.utils import timezone

from desens.access.models import User
from desens.access.people import invite, lock
from desens.access.roles import Role
from desens.audit.models import AuditEvent
from tests.cast import client_of, person

INVITED = {"username": "Ana.Ruiz", "full_name": "Ana Ruiz", "telephone": "", "roles": ["nurse", "identity"]}


def post(user, name, *arguments, **typed):
    return client_of(user).post(reverse(name, args=arguments), typed)


def events(action):
    return AuditEvent.objects.filter(action=action)


def fresh(user) -> User:
    return User.objects.get(pk=user.pk)


def test_the_list_shows_roles_and_state_of_everybody(administrator, nurse, outsider):
    lock(person=outsider, expected_version=1, by=administrator, at=timezone.now())
    invite(username="ana", full_name="Ana Ruiz", roles=[Role.NURSE], by=administrator, at=timezone.now())
    page = client_of(administrator).get(reverse("people"))
    rows = {row.username: (row.roles, row.state, row.second_factor) for row in page.context["people"]}
    assert rows == {
        "administrator.one": (("Administrator",), "active", False),
        "nurse.one": (("Nurse",), "active", False),
        "outsider": ((), "locked", False),
        "ana": (("Nurse",), "invited", False),
    }
    assert "link open until" in page.content.decode()


@pytest.mark.parametrize("more", [1, 3])
def test_the_list_costs_the_same_for_many(administrator, more, django_assert_num_queries):
    for number in range(more):
        person(f"nurse.{number}x", Role.NURSE)
    client = client_of(administrator)
    client.get(reverse("people"))
    with django_assert_num_queries(5):  # session, user, roles of the reader, people, their roles
        client.get(reverse("people"))


def test_an_invitation_adds_a_person_who_cannot_log_in_yet(administrator):
    page = post(administrator, "person_invite", **INVITED)
    ana = User.objects.get(username="ana.ruiz")
    assert "/account/link/" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert (ana.full_name, ana.roles, ana.has_usable_password()) == ("Ana Ruiz", {"nurse", "identity"}, False)
    event = events("user_invited").get()
    assert (event.by, event.subject_code) == ("administrator.one", "ana.ruiz")
    assert json.loads(event.after)["roles"] == ["identity", "nurse"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"username": "administrator.one"}, "already exists"),
        ({"username": "Ana Ruiz"}, "small letters"),
        ({"username": ""}, "required"),
        ({"full_name": "gm \u202e5.0"}, "plain text"),
        ({"roles": ["surgeon"]}, "not one of the available choices"),
    ],
)
def test_what_will_not_do_is_said_and_nothing_typed_is_lost(administrator, typed, said):
    page = post(administrator, "person_invite", **INVITED | {"telephone": "+34 600 000 000"} | typed).content.decode()
    assert said in page
    assert "+34 600 000 000" in page
    assert User.objects.count() == 1
    assert not events("user_invited").exists()


def test_roles_hold_from_the_next_request_and_are_audited(administrator, nurse):
    theirs = client_of(nurse)
    assert theirs.get(reverse("people")).status_code == 403
    post(administrator, "person", nurse.username, version=1, roles=["nurse", "administrator"])
    assert theirs.get(reverse("people")).status_code == 200
    post(administrator, "person", nurse.username, version=2, roles=[])
    assert theirs.get(reverse("people")).status_code == 403
    assert fresh(nurse).roles == frozenset()
    first, second = events("roles_set").order_by("pk")
    assert json.loads(first.before) == {"roles": ["nurse"]}
    assert json.loads(first.after) == json.loads(second.before) == {"roles": ["administrator", "nurse"]}
    assert json.loads(second.after) == {"roles": []}


def test_a_stale_save_of_roles_shows_both_and_the_next_one_saves(administrator, nurse):
    post(administrator, "person", nurse.username, version=1, roles=["pharmacist"])
    stale = post(administrator, "person", nurse.username, version=1, roles=["allergist"])
    assert stale.status_code == 409
    assert "<strong>Pharmacist</strong>" in stale.content.decode()
    form = stale.context["form"]
    assert form["roles"].value() == ["allergist"]
    assert fresh(nurse).roles == {"pharmacist"}
    post(administrator, "person", nurse.username, version=form["version"].value(), roles=["allergist"])
    assert fresh(nurse).roles == {"allergist"}


def test_locking_ends_the_sessions_and_unlocking_opens_the_door_again(administrator, nurse):
    theirs = client_of(nurse)
    assert theirs.get(reverse("profile")).status_code == 200
    post(administrator, "person_lock", nurse.username, version=1)
    assert theirs.get(reverse("profile")).status_code == 302
    assert not theirs.session.exists(theirs.cookies["sessionid"].value)
    assert not fresh(nurse).is_active
    post(administrator, "person_unlock", nurse.username, version=2)
    assert client_of(fresh(nurse)).get(reverse("profile")).status_code == 200
    assert [event.subject_code for event in events("user_locked")] == ["nurse.one"]
    assert [event.subject_code for event in events("user_unlocked")] == ["nurse.one"]


@pytest.mark.parametrize("version", ["", "2", "99", "one"])
@pytest.mark.parametrize("name", ["person_lock", "person_unlock"])
def test_a_stale_or_broken_lock_changes_nothing(administrator, nurse, name, version):
    page = post(administrator, name, nurse.username, version=version)
    assert page.status_code == 409
    assert "changed after you opened the page" in page.content.decode()
    assert fresh(nurse).version == 1


@pytest.mark.parametrize(
    ("name", "typed"),
    [("person", {"roles": ["nurse"]}), ("person_lock", {}), ("person_reset", {"reason": "forgot it"})],
)
def test_the_last_administrator_stays(administrator, name, typed):
    invite(username="ana", full_name="Ana Ruiz", roles=[Role.ADMINISTRATOR], by=administrator, at=timezone.now())
    page = post(administrator, name, administrator.username, version=1, **typed)
    assert page.status_code == 409
    assert "the last administrator who can log in" in page.content.decode()
    kept = fresh(administrator)
    assert (kept.is_active, kept.roles, kept.version) == (True, {"administrator"}, 1)
    assert kept.has_usable_password()


def test_one_of_two_administrators_may_go(administrator):
    other = person("administrator.two", Role.ADMINISTRATOR)
    post(administrator, "person_lock", other.username, version=1)
    assert not fresh(other).is_active


def test_somebody_without_a_form_version_is_told(administrator, nurse):
    page = post(administrator, "person", nurse.username, roles=["nurse"])
    assert "the form was not complete" in page.content.decode()


@pytest.mark.parametrize("name", ["people", "person_invite"])
def test_others_see_nobody(nurse, name):
    assert client_of(nurse).get(reverse(name)).status_code == 403
