"""Adding people: by the service and by the command."""

import io
import json

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.utils import timezone

from desens.access.models import User
from desens.access.roles import Role
from desens.access.services import add_user
from desens.audit.models import AuditEvent
from tests.cast import PASSWORD

pytestmark = pytest.mark.django_db


def command(monkeypatch, *arguments, password=PASSWORD):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
    told = io.StringIO()
    call_command("add_user", *arguments, stdout=told)
    return told.getvalue()


def test_the_command_adds_a_person_with_roles(monkeypatch):
    told = command(monkeypatch, "Ana.Ruiz", "--name", "Ana Ruiz", "--role", "nurse", "--role", "identity")
    ana = User.objects.get()
    assert told == "Added ana.ruiz.\n"
    assert (ana.username, ana.full_name, ana.roles) == ("ana.ruiz", "Ana Ruiz", {Role.NURSE, Role.IDENTITY})
    assert ana.check_password(PASSWORD)
    event = AuditEvent.objects.get()
    assert (event.action, event.by, event.subject_code) == ("user_added", "system", "ana.ruiz")
    assert json.loads(event.after) == {"full_name": "Ana Ruiz", "telephone": "", "roles": ["identity", "nurse"]}


@pytest.mark.parametrize(
    ("arguments", "password", "said"),
    [
        (["ana", "--name", "Ana Ruiz", "--role", "nurse"], "short", "too short"),
        (["ana", "--name", "Ana Ruiz", "--role", "nurse"], "", "too short"),
        (["ana ruiz", "--name", "Ana Ruiz", "--role", "nurse"], PASSWORD, "small letters"),
        (["ana", "--name", "", "--role", "nurse"], PASSWORD, "blank"),
        (["ana", "--name", "Ana Ruiz", "--role", "surgeon"], PASSWORD, "invalid choice"),
        (["ana", "--name", "Ana Ruiz"], PASSWORD, "--role"),
    ],
)
def test_the_command_says_what_is_wrong_and_adds_nobody(monkeypatch, arguments, password, said):
    with pytest.raises(CommandError, match=said):
        command(monkeypatch, *arguments, password=password)
    assert not User.objects.exists()
    assert not AuditEvent.objects.exists()


def test_a_user_name_already_there_is_refused_in_any_letter_case(nurse):
    with pytest.raises(ValidationError, match="already exists"):
        add_user(
            username=nurse.username.upper(),
            full_name="Another",
            password=PASSWORD,
            roles=[],
            by="test",
            at=timezone.now(),
        )
    assert User.objects.count() == 1
