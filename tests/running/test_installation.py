"""The installation page: what is wrong, in three states, and what to do."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.urls import reverse

from desens.pages.version import VERSION
from desens.records import triggers
from desens.running import health, machine, probes, upkeep
from desens.running.installation import Row, State, judged, rows
from desens.running.models import UpkeepKind
from desens.running.services import note_upkeep
from tests.cast import client_of
from tests.running.conftest import execute

AT = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)


def found(name: str, at: datetime = AT) -> Row:
    """The first row of that name, the worst one first."""
    return next(row for row in rows(probes.PROBES, at=at) if row.name == name)


def noted(kind: UpkeepKind, *, minutes_ago: int, succeeded: bool = True) -> None:
    began = AT - timedelta(minutes=minutes_ago)
    note_upkeep(kind=kind, began_at=began, succeeded=succeeded, told=["told this"], by="system", at=AT)


def test_the_administrator_sees_every_row_with_words_and_shape(transactional_db, administrator):
    page = client_of(administrator).get(reverse("installation")).content.decode()
    for name in ("Database settings", "Printing and fonts", "Last backup", "Clock", "Versions"):
        assert f'<th scope="row">{name}</th>' in page
    states = re.findall(r'<td class="state-(\w+)">\s*<svg.*?</svg>\s*([^<]+)</td>', page, re.DOTALL)
    assert {state: word.strip() for state, word in states}.items() >= {("ok", "In order"), ("wrong", "Wrong")}
    assert f"desens v{VERSION}" in page


def test_nobody_else_does(nurse, allergist, outsider):
    for person in (nurse, allergist, outsider):
        assert client_of(person).get(reverse("installation")).status_code == 403


def test_what_is_wrong_comes_first():
    def told(state):
        return lambda at: [Row(name=state, state=state, told="")]

    given = [("a", told(State.OK)), ("b", told(State.UNCHECKED)), ("c", told(State.WRONG))]
    assert [row.state for row in rows(given, at=AT)] == [State.WRONG, State.UNCHECKED, State.OK]


def test_a_probe_that_fails_is_neither_wrong_nor_in_order():
    def broken(at):
        yield judged("first", wrong=False, told="", to_do="")
        raise ConnectionError("password=s3cret")

    (row,) = rows([("Disk", broken)], at=AT)
    assert (row.name, row.state) == ("Disk", State.UNCHECKED)
    assert row.told == "The check itself failed: ConnectionError"


def test_a_removed_trigger_is_named_with_its_table(transactional_db):
    assert found("Records that cannot be altered").state is State.OK
    execute(connection, triggers.dropping(connection)[0])
    row = found("Records that cannot be altered")
    triggers.install(connection)
    assert row.state is State.WRONG
    assert row.told.startswith("Unprotected: ")
    assert "manage.py migrate" in row.to_do


def test_a_failing_system_check_is_a_row_of_its_group(transactional_db, settings):
    settings.DEMONSTRATION, settings.PUBLIC_ADDRESS = False, "http://127.0.0.1"
    row = found("Printing and fonts")
    assert (row.state, row.told) == (State.WRONG, "Printed QR codes would lead nowhere.")
    assert "PUBLIC_ADDRESS" in row.to_do


def test_a_waiting_migration(db):
    MigrationRecorder(connection).record_unapplied("running", "0001_upkeep")
    assert found("Migrations").told == "Not applied: running.0001_upkeep"


def test_a_missing_cache_table(db, settings):
    settings.CACHES = {"default": {"BACKEND": health.DATABASE_CACHE, "LOCATION": "not_there"}}
    assert found("Table of the cache").told == "Missing: not_there"


@pytest.mark.parametrize(
    ("minutes_ago", "archived", "state"),
    [(10, False, "ok"), (11, False, "wrong"), (26 * 60, True, "ok"), (26 * 60 + 1, True, "wrong")],
)
def test_the_age_of_a_backup_walks_its_edge(transactional_db, minutes_ago, archived, state):
    noted(UpkeepKind.BACKUP, minutes_ago=minutes_ago)
    assert upkeep.backup_row(AT, archived=archived).state == state


def test_no_backup_and_no_drill_are_wrong(db):
    for name in ("Last backup", "Last restore drill"):
        assert (found(name).state, found(name).told) == (State.WRONG, "None has succeeded yet.")


def test_a_failed_backup_does_not_hide_the_age_of_the_last_good_one(transactional_db):
    noted(UpkeepKind.BACKUP, minutes_ago=180)
    noted(UpkeepKind.BACKUP, minutes_ago=1, succeeded=False)
    row = found("Last backup")
    assert (row.state, row.told) == (State.WRONG, "2026-11-20 12:05 (3\u00a0h ago). told this")


@pytest.mark.parametrize(("minutes_ago", "state"), [(50 * 60, "ok"), (50 * 60 + 1, "wrong")])
def test_the_age_of_a_drill_walks_its_edge(transactional_db, minutes_ago, state):
    noted(UpkeepKind.DRILL, minutes_ago=minutes_ago)
    assert found("Last restore drill").state == state


def test_a_failed_drill_is_wrong_however_young_the_success_before(transactional_db):
    noted(UpkeepKind.DRILL, minutes_ago=5)
    noted(UpkeepKind.DRILL, minutes_ago=1, succeeded=False)
    assert found("Last restore drill").state is State.WRONG


def test_after_backup_and_drill_both_are_in_order(records, folder):
    call_command("backup", str(folder))
    call_command("restore_drill")
    now = datetime.now(UTC)
    assert {found("Last backup", now).state, found("Last restore drill", now).state} == {State.OK}


def test_the_clocks(db):
    assert machine.clock_is_kept() in {True, False, None}
    assert found("Clock of the database", datetime.now(UTC)).state is State.OK


def test_a_nearly_full_disk(db, monkeypatch):
    assert found("Disk").state is State.OK
    monkeypatch.setattr(machine, "LEAST_FREE_BYTES", 1 << 62)
    assert found("Disk").state is State.WRONG


@pytest.mark.only_on("postgresql")
def test_a_role_that_owns_the_tables_is_told(db):
    row = found("Owner of the tables")
    assert row.state is State.WRONG
    assert "could remove the protection of" in row.told


def test_the_database_tells_its_settings(db):
    told = found("Database").told
    assert {"sqlite": "SQLite v3.", "postgresql": "PostgreSQL v"}[connection.vendor] in told
    assert {"sqlite": "synchronous = ", "postgresql": "fsync = on"}[connection.vendor] in told
