"""The drill finds what a restore would lose (safety.md H16)."""

from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from desens.audit.models import AuditEvent
from desens.records import triggers
from desens.running.backups import back_up
from desens.running.drill import sheet_differences
from desens.running.models import Upkeep, UpkeepKind
from desens.running.restoring import restore
from desens.running.sheets import latest_version, rendered
from desens.running.targets import in_place_of_default
from tests.running.conftest import execute, is_sqlite


def drilled() -> str:
    out = StringIO()
    call_command("restore_drill", stdout=out)
    return out.getvalue().strip()


def databases() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("select datname from pg_database where datname like 'desens_drill%'")
        return [name for (name,) in cursor.fetchall()]


def test_it_compares_tables_chain_and_sheet_and_leaves_a_row(records):
    told = drilled()
    assert "the audit chain, one sheet" in told
    row = Upkeep.objects.get()
    assert (row.kind, row.succeeded, row.told) == (UpkeepKind.DRILL, True, told)


def test_it_leaves_no_copy_of_the_records_behind(records):
    drilled()
    assert list(settings.VAR.glob("drill-*")) == []
    assert is_sqlite() or databases() == []


def test_before_the_first_protocol_it_says_that_no_sheet_was_compared(transactional_db):
    assert "no sheet (none was ever saved)" in drilled()


def test_a_broken_chain_fails_it_with_the_place(records):
    first = AuditEvent.objects.order_by("pk")[0].pk
    with triggers.lifted(connection):
        execute(connection, "update audit_auditevent set action = 'x' where id = %s", first)
    with pytest.raises(CommandError, match=f"audit: event {first}: is not what was written"):
        call_command("restore_drill")
    row = Upkeep.objects.get()
    assert row.succeeded is False
    assert f"event {first}" in row.told


def test_a_sheet_that_prints_otherwise_is_told(records, folder, empty):
    version = latest_version()
    original = rendered(version)
    restore(file=back_up(folder=folder, at=timezone.now()), into=empty)
    with in_place_of_default(empty):
        assert sheet_differences(version, [original]) == []
        execute(empty, "update patients_patient set given_name = 'Eva'")
        assert sheet_differences(version, [original]) == ["the sheet printed again is not the same"]
        with triggers.lifted(empty):
            execute(empty, "delete from protocols_version")
        assert sheet_differences(version, [original]) == ["the sheet cannot be printed again: DoesNotExist"]
