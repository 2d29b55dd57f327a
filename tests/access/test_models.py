"""What the database itself refuses about people."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError

from desens.access.models import User, UserRole


def refused(**values):
    with pytest.raises(IntegrityError):
        User.objects.create(**{"username": "someone", "full_name": "Some One", **values})


@pytest.mark.django_db
@pytest.mark.parametrize("values", [{"username": "Someone"}, {"username": ""}, {"full_name": ""}])
def test_a_user_without_a_small_lettered_name_is_refused(values):
    refused(**values)


def test_a_user_name_is_given_once(nurse):
    refused(username=nurse.username)


def test_a_role_is_held_once(nurse):
    with pytest.raises(IntegrityError):
        UserRole.objects.create(user=nurse, role="nurse")


def test_an_unknown_role_is_refused(nurse):
    with pytest.raises(IntegrityError):
        UserRole.objects.create(user=nurse, role="surgeon")


def test_a_person_with_roles_is_not_deleted(nurse):
    with pytest.raises(ProtectedError):
        nurse.delete()


@pytest.mark.parametrize("name", ["a", "9lives", "with space", "tab\t", "UPPER", "x" * 61, "line\n", "ñandu"])
def test_a_user_name_that_reads_badly_is_refused(name):
    with pytest.raises(ValidationError) as refusal:
        User(username=name, full_name="Some One", password="x").clean_fields()
    assert "username" in refusal.value.message_dict


def test_people_are_found_whatever_the_letter_case(nurse):
    assert User.objects.get_by_natural_key("NURSE.One") == nurse


def test_a_user_has_no_powers_beside_the_roles(nurse):
    assert not any(hasattr(nurse, name) for name in ("is_staff", "is_superuser", "user_permissions", "groups"))
