"""A backup: private, whole, of one moment, never over another (safety.md H16)."""

import stat
import subprocess
import sys
from datetime import UTC, datetime
from io import StringIO
from threading import Event, Thread

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections
from django.utils import timezone

from desens.audit import chain
from desens.audit.models import AuditEvent
from desens.audit.recording import recording
from desens.pages.version import VERSION
from desens.running import manifest, postgresql_files
from desens.running.backups import back_up, manifest_of
from desens.running.files import sha256_of
from desens.running.models import Upkeep, UpkeepKind
from desens.running.restoring import restore
from desens.running.targets import in_place_of_default

AT = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)


def backed_up(folder) -> str:
    out = StringIO()
    call_command("backup", str(folder), stdout=out)
    return out.getvalue().strip()


def test_the_manifest_says_what_the_file_is_and_holds(records, folder):
    path = back_up(folder=folder, at=AT)
    told = manifest.from_text(manifest_of(path).read_text())
    assert path.name.startswith("desens-20261120T140500.000000Z.")
    assert (told.made_at, told.vendor, told.desens, told.file) == (AT, connection.vendor, VERSION, path.name)
    assert (told.sha256, told.size_bytes) == (sha256_of(path), path.stat().st_size)
    assert "protocols.0001_initial" in told.migrations
    assert told.tables["patients_patient"].rows == 1
    assert told.tables["audit_auditevent"].rows == AuditEvent.objects.count()
    assert told.chain_end == AuditEvent.objects.order_by("-pk")[0].hash


def test_only_the_owner_reads_the_files_and_nothing_else_is_left(records, folder):
    path = back_up(folder=folder, at=AT)
    assert {file.name for file in folder.iterdir()} == {path.name, manifest_of(path).name}
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


def test_a_backup_is_never_written_over(records, folder):
    path = back_up(folder=folder, at=AT)
    first = path.read_bytes()
    with pytest.raises(FileExistsError):
        back_up(folder=folder, at=AT)
    assert path.read_bytes() == first
    assert len(list(folder.iterdir())) == 2


def test_the_command_tells_the_path_and_leaves_a_row_with_its_event(records, folder):
    path = backed_up(folder)
    row = Upkeep.objects.get()
    assert (row.kind, row.succeeded, row.told) == (UpkeepKind.BACKUP, True, path)
    event = AuditEvent.objects.order_by("-pk")[0]
    assert (event.by, event.subject, event.subject_code) == ("system", "backup", str(row.pk))


def test_a_failure_says_why_and_leaves_a_row(records, tmp_path):
    with pytest.raises(CommandError, match="is no folder"):
        call_command("backup", str(tmp_path / "nowhere"))
    assert Upkeep.objects.get().succeeded is False


@pytest.mark.only_on("postgresql")
def test_without_pg_dump_one_clear_error(records, folder, settings, tmp_path):
    settings.POSTGRESQL_TOOLS = str(tmp_path)
    with pytest.raises(CommandError, match="pg_dump is not found"):
        call_command("backup", str(folder))
    assert list(folder.iterdir()) == []


@pytest.mark.only_on("postgresql")
def test_the_password_goes_by_the_environment(transactional_db):
    target = connections.create_connection("default")
    target.settings_dict = target.settings_dict | {"USER": "owner", "PASSWORD": "s3cret-pw"}
    told = postgresql_files.environment(target)
    assert (told["PGUSER"], told["PGPASSWORD"]) == ("owner", "s3cret-pw")
    assert told["PGDATABASE"] == connection.settings_dict["NAME"]


def test_what_was_acknowledged_before_a_backup_under_writes_is_in_it(records, folder, empty):
    written, stop = [], Event()
    writers = [Thread(target=write_until, args=(stop, written, name)) for name in ("ana", "eva", "leo")]
    for writer in writers:
        writer.start()
    while len(written) < 20:
        stop.wait(0.01)
    acknowledged = set(written)
    path = back_up(folder=folder, at=timezone.now())
    stop.set()
    for writer in writers:
        writer.join()
    restore(file=path, into=empty)
    with in_place_of_default(empty):
        kept = set(AuditEvent.objects.filter(subject="figure").values_list("subject_code", flat=True))
        assert chain.verify() == []
    assert acknowledged <= kept <= set(written)


def write_until(stop: Event, written: list[str], name: str) -> None:
    number = 0
    while not stop.is_set():
        number += 1
        with recording(by=name, at=timezone.now()) as record:
            record.event("stored", subject="figure", subject_code=f"{name}-{number}")
        written.append(f"{name}-{number}")
        stop.wait(0.02)  # people pause; SQLite's waiting is not fair to those who compete without
    connections.close_all()


def test_a_terminated_backup_leaves_nothing_half_written(tmp_path):
    code = (
        "import os, pathlib, signal, sys\n"
        "from desens.running.files import appearing, ended_cleanly\n"
        "with ended_cleanly(), appearing(pathlib.Path(sys.argv[1])) as partial:\n"
        "    partial.write_text('half'); os.kill(os.getpid(), signal.SIGTERM); signal.pause()\n"
    )
    ran = subprocess.run([sys.executable, "-c", code, str(tmp_path / "whole")], timeout=60, check=False)
    assert ran.returncode == 143
    assert list(tmp_path.iterdir()) == []
