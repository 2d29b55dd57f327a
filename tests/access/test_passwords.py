"""How passwords are kept and changed."""

import pytest
from django.contrib.auth.hashers import identify_hasher
from django.test import Client, override_settings
from django.urls import reverse

from desens.audit.models import AuditEvent
from desens.settings import PASSWORD_HASHERS
from tests.cast import PASSWORD, client_of, person

NEW = "another-afternoon-18"


def change(client, old=PASSWORD, new=NEW, again=NEW):
    return client.post(
        reverse("account_change_password"), {"oldpassword": old, "password1": new, "password2": again}, follow=True
    )


@pytest.mark.django_db
def test_the_product_keeps_passwords_by_argon2_alone():
    with override_settings(PASSWORD_HASHERS=PASSWORD_HASHERS):
        user = person("someone.new")
        assert identify_hasher(user.password).algorithm == "argon2"
        assert user.check_password(PASSWORD)
        response = Client().post(reverse("account_login"), {"login": user.username, "password": PASSWORD})
    assert response["Location"] == reverse("home")


def test_a_change_is_kept_audited_and_leaves_one_logged_in(nurse):
    client = client_of(nurse)
    page = change(client)
    assert page.request["PATH_INFO"] == reverse("profile")
    assert "Your password is changed." in page.content.decode()
    nurse.refresh_from_db()
    assert nurse.check_password(NEW)
    assert nurse.version == 2
    event = AuditEvent.objects.get(action="password_changed")
    assert (event.by, event.subject_code, event.before, event.after) == (nurse.username, nurse.username, "", "")


def test_a_change_ends_the_other_sessions(nurse):
    elsewhere = client_of(nurse)
    change(client_of(nurse))
    assert elsewhere.get(reverse("profile")).status_code == 302


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"old": "wrong"}, "This is not your present password."),
        ({"again": "different-one-19"}, "same password each time"),
        ({"new": "short", "again": "short"}, "at least 12 characters"),
        ({"new": "Nurse One Example", "again": "Nurse One Example"}, "too similar"),
        ({"new": "qwerty123456", "again": "qwerty123456"}, "too common"),
    ],
)
def test_what_will_not_do_is_said_and_changes_nothing(nurse, typed, said):
    assert said in change(client_of(nurse), **typed).content.decode()
    nurse.refresh_from_db()
    assert nurse.check_password(PASSWORD)


def test_somebody_without_a_role_may_still_change_the_password(outsider):
    change(client_of(outsider))
    outsider.refresh_from_db()
    assert outsider.check_password(NEW)
