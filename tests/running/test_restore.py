"""A restore: only into an empty database, only what was backed up, and every damage is told (safety.md H16)."""

import random
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from desens.audit.models import AuditEvent
from desens.records import triggers
from desens.running import manifest
from desens.running.backups import back_up, manifest_of
from desens.running.digests import differences, table_states
from desens.running.files import sha256_of
from desens.running.refusal import CannotRestore
from desens.running.restoring import examined, restore, verified
from desens.running.targets import in_place_of_default
from tests.running.conftest import execute


@pytest.fixture
def backup(records, folder):
    return back_up(folder=folder, at=timezone.now())


def resealed(backup, **changes):
    """The manifest made anew for the file as it is, as if it had been damaged before it was hashed."""
    told = manifest.from_text(manifest_of(backup).read_text())
    found = {"sha256": sha256_of(backup), "size_bytes": backup.stat().st_size}
    manifest_of(backup).write_text(manifest.to_text(replace(told, **found | changes)))


def address_of(target) -> str:
    if target.vendor == "sqlite":
        return f"sqlite:///{target.settings_dict['NAME']}"
    given = target.get_connection_params()
    return f"postgresql://{given['user']}@/{given['dbname']}?host={given['host']}"


def test_everything_is_back_with_its_triggers(backup, empty):
    before = table_states(connection)
    restore(file=backup, into=empty)
    with in_place_of_default(empty):
        assert differences(before, table_states(empty)) == []
        assert triggers.declared(empty) == triggers.present(empty) != frozenset()
        with pytest.raises(Exception, match="append-only"):
            execute(empty, "delete from audit_auditevent")


def test_the_command_restores_and_says_so(backup, empty):
    out = StringIO()
    call_command("restore", str(backup), into=address_of(empty), stdout=out)
    assert "tables restored as they were at" in out.getvalue()


def test_a_database_with_anything_in_it_is_refused_and_left_alone(backup, empty):
    execute(empty, "create table anything (x integer)")
    with pytest.raises(CannotRestore, match="is not empty"):
        restore(file=backup, into=empty)
    assert empty.introspection.table_names() == ["anything"]


def test_a_backup_of_the_other_kind_is_refused(backup, empty):
    resealed(backup, vendor={"sqlite": "postgresql", "postgresql": "sqlite"}[connection.vendor])
    with pytest.raises(CannotRestore, match="to restore into is"):
        restore(file=backup, into=empty)


def test_an_address_of_no_database_is_refused(backup):
    with pytest.raises(CommandError, match="DATABASE_URL"):
        call_command("restore", str(backup), into="mysql://host/name")


@pytest.mark.parametrize("cut", [0, 1, 1_000])
def test_a_truncated_file_is_refused(backup, cut):
    content = backup.read_bytes()
    backup.write_bytes(content[: -cut or None] if cut else b"")
    with pytest.raises(CannotRestore, match="is damaged"):
        verified(backup)


def test_every_flipped_byte_is_refused(backup):
    content, chance = backup.read_bytes(), random.Random(1)
    for place in chance.sample(range(len(content)), 20):
        backup.write_bytes(content[:place] + bytes([content[place] ^ 0x20]) + content[place + 1 :])
        with pytest.raises(CannotRestore, match="is damaged"):
            verified(backup)


def test_a_dump_damaged_before_it_was_hashed_is_refused_or_loses_nothing(backup, empty):
    """`pg_restore -l` returned 0 on such a file; here what comes back is compared."""
    content, chance = backup.read_bytes(), random.Random(2)
    refused = 0
    for place in [*chance.sample(range(100, len(content)), 12), *places_of(b"penicillin", content)]:
        backup.write_bytes(content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :])
        resealed(backup)
        try:
            restore(file=backup, into=empty)
        except CannotRestore:
            refused += 1
        emptied(empty)
    assert refused >= 1


def places_of(word: bytes, content: bytes) -> list[int]:
    """Where a recorded word stands, so that one damage surely meets a row; a compressed dump shows none."""
    return [content.index(word)] if word in content else []


def emptied(target) -> None:
    if target.vendor == "sqlite":
        target.close()
        Path(target.settings_dict["NAME"]).write_bytes(b"")
    else:
        execute(target, "drop schema public cascade")
        execute(target, "create schema public")
        target.close()


def test_a_manifest_with_one_changed_digit_is_refused(backup):
    text = manifest_of(backup).read_text()
    place = text.index('"rows":') + len('"rows":')
    manifest_of(backup).write_text(text[:place] + "7" + text[place:])
    with pytest.raises(CannotRestore, match="its seal does not fit"):
        verified(backup)


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", '{"schema": 1}'])
def test_what_is_no_manifest_is_refused(backup, text):
    manifest_of(backup).write_text(text)
    with pytest.raises(CannotRestore, match="not the manifest of a backup"):
        verified(backup)


def test_a_file_without_its_manifest_is_refused(backup):
    manifest_of(backup).unlink()
    with pytest.raises(CannotRestore, match="Both are needed"):
        verified(backup)


def test_a_backup_of_a_later_version_is_refused_by_name(backup, empty):
    resealed(backup, desens="9.0.0", migrations=("patients.0099_later",))
    with pytest.raises(CannotRestore, match=r"Restore it with desens 9\.0\.0: .*patients\.0099_later"):
        restore(file=backup, into=empty)


TAMPERED = {
    "delete from patients_measurement": "table patients_measurement: 0 rows instead of 1",
    "update patients_patient set family_name = 'X'": "table patients_patient: a row is not what it was",
    "update protocols_version set number = 2": "table protocols_version: a row is not what it was",
    "drop table axes_accesslog": "table axes_accesslog: missing",
    "create table added (x integer)": "table added: not in the backup",
}


@pytest.mark.parametrize("statement", TAMPERED)
def test_what_differs_is_told_by_its_table(backup, empty, statement):
    described = restore(file=backup, into=empty)
    with in_place_of_default(empty):
        with triggers.lifted(empty):
            execute(empty, statement)
        assert examined(described) == [TAMPERED[statement]]


def test_a_broken_chain_is_told_with_its_place(backup, empty):
    described = restore(file=backup, into=empty)
    last = AuditEvent.objects.order_by("-pk")[0].pk
    with in_place_of_default(empty):
        with triggers.lifted(empty):
            execute(empty, "update audit_auditevent set action = 'x' where id = %s", last)
        assert examined(described) == [
            "table audit_auditevent: a row is not what it was",
            f"audit: event {last}: is not what was written",
        ]
        with triggers.lifted(empty):
            execute(empty, "delete from audit_auditevent where id = %s", last)
        assert "the audit ends with another event" in examined(described)


def test_missing_triggers_are_put_back(backup, empty):
    described = restore(file=backup, into=empty)
    with in_place_of_default(empty):
        for statement in triggers.dropping(empty):
            execute(empty, statement)
        assert examined(described) == []
        assert triggers.declared(empty) == triggers.present(empty)
