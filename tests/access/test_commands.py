"""The commands that stand in place of Django's own, which would pass by the audit."""

import io

import pytest
from django.core.management import CommandError, call_command, get_commands

from desens.audit.models import AuditEvent
from tests.cast import client_of

NEW = "another-afternoon-18"


def change(monkeypatch, username, password=NEW):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
    told = io.StringIO()
    call_command("changepassword", username, stdout=told)
    return told.getvalue()


def test_a_password_set_at_the_terminal_is_audited_and_ends_the_sessions(monkeypatch, nurse):
    theirs = client_of(nurse)
    assert change(monkeypatch, "NURSE.one") == "The password of nurse.one is changed.\n"
    nurse.refresh_from_db()
    assert nurse.check_password(NEW)
    assert theirs.get("/account/profile/").status_code == 302
    event = AuditEvent.objects.get(action="password_changed")
    assert (event.by, event.subject_code) == ("system", "nurse.one")


@pytest.mark.parametrize(("username", "password", "said"), [("nobody", NEW, "no person"), ("nurse.one", "short", "12")])
def test_what_will_not_do_is_said_and_changes_nothing(monkeypatch, nurse, username, password, said):
    with pytest.raises(CommandError, match=said):
        change(monkeypatch, username, password)
    nurse.refresh_from_db()
    assert nurse.version == 1


def test_there_are_no_superusers():
    with pytest.raises(CommandError, match="add_user"):
        call_command("createsuperuser")


def test_no_command_of_django_changes_people_past_the_services():
    own = {name for name, app in get_commands().items() if app == "desens.access"}
    assert own == {"add_user", "changepassword", "createsuperuser"}
