"""System checks: is the database set as safety.md H8 and H11 demand? Read back, not believed."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.models import DecimalField, Model

from desens.numbers.parse import MOST_DIGITS
from desens.records import triggers
from desens.records.database import TIMEOUT_S, durable_pragmas

MOUNTS = Path("/proc/mounts")
NETWORK = ("nfs", "cifs", "smb", "9p", "fuse.", "ceph", "glusterfs", "afs", "lustre", "ocfs", "gfs", "vboxsf", "davfs")
SYNCHRONOUS = {"FULL": 2, "EXTRA": 3}
#: What PostgreSQL must say to `show`, so that a commit is on the disk and the audit chain has one end.
POSTGRESQL = {
    "fsync": ("on",),
    "synchronous_commit": ("on", "local", "remote_write", "remote_apply"),
    "full_page_writes": ("on",),
    "transaction_isolation": ("read committed",),
}


def check_decimals(**options: Any) -> list[CheckMessage]:
    """Of every installed model."""
    return decimal_faults(apps.get_models(include_auto_created=True))


def decimal_faults(models: Iterable[type[Model]]) -> list[CheckMessage]:
    """SQLite keeps a decimal as a binary number: more than 15 digits would come back changed."""
    return [
        Error(
            f"{model.__name__}.{field.name} has {field.max_digits} digits; SQLite keeps {MOST_DIGITS}.",
            obj=model,
            id="records.E001",
        )
        for model in models
        for field in model._meta.local_fields
        if isinstance(field, DecimalField) and (field.max_digits or 0) > MOST_DIGITS
    ]


def check_connections(*, databases: Sequence[str] | None = None, **options: Any) -> list[CheckMessage]:
    """The settings as the database itself reads them back."""
    return [fault for alias in databases or () for fault in connection_faults(connections[alias])]


def check_triggers(*, databases: Sequence[str] | None = None, **options: Any) -> list[CheckMessage]:
    """Every declared trigger is present."""
    return [fault for alias in databases or () for fault in trigger_faults(connections[alias])]


def trigger_faults(connection: BaseDatabaseWrapper) -> list[CheckMessage]:
    """One error for each trigger that is missing, switched off or changed.

    None while migrations wait: one that failed half-way may have left triggers off, and `migrate`, which
    runs the checks first, brings them back.
    """
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return []
    missing = triggers.declared(connection) - triggers.present(connection)
    return [
        Error(
            f"{table}: the trigger {name} is missing or changed, so records could be altered.",
            hint="Find out who removed it, then install it: python manage.py migrate --skip-checks",
            id="records.E020",
        )
        for table, name in sorted(missing)
    ]


def connection_faults(connection: BaseDatabaseWrapper) -> list[CheckMessage]:
    """Errors of one connection, of either vendor."""
    of_vendor = {"sqlite": sqlite_faults, "postgresql": postgresql_faults}[connection.vendor]
    faults = of_vendor(connection)
    if connection.settings_dict["ATOMIC_REQUESTS"]:
        faults.append(Error("ATOMIC_REQUESTS must be False: the audit's lock is taken last.", id="records.E010"))
    return faults


def sqlite_faults(connection: BaseDatabaseWrapper) -> list[CheckMessage]:
    """Pragmas read back; not in memory; not on a network file system."""
    journal, synchronous = durable_pragmas(sqlite3.sqlite_version_info)
    expected: dict[str, object] = {
        "journal_mode": journal.lower(),
        "synchronous": SYNCHRONOUS[synchronous],
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "busy_timeout": TIMEOUT_S * 1_000,
    }
    with connection.cursor() as cursor:
        found = {name: cursor.execute(f"pragma {name}").fetchone()[0] for name in expected}
    faults = _differences(found, {name: (value,) for name, value in expected.items()})
    if connection.settings_dict["OPTIONS"].get("transaction_mode") != "IMMEDIATE":
        faults.append(Error("SQLite's transaction_mode must be IMMEDIATE.", id="records.E012"))
    kind = file_system(Path(connection.settings_dict["NAME"]), MOUNTS)
    if kind.startswith(NETWORK):
        faults.append(Error(f"The SQLite file is on {kind}: a network file system loses records.", id="records.E013"))
    return faults


def postgresql_faults(connection: BaseDatabaseWrapper) -> list[CheckMessage]:
    """A commit is on the disk before it is acknowledged, and connections are tested before use."""
    with connection.cursor() as cursor:
        found = {}
        for name in POSTGRESQL:
            cursor.execute(f"show {name}")
            found[name] = cursor.fetchone()[0]
    faults = _differences(found, POSTGRESQL)
    if not connection.settings_dict["CONN_HEALTH_CHECKS"]:
        faults.append(Error("CONN_HEALTH_CHECKS must be True.", id="records.E014"))
    return faults


def file_system(path: Path, mounts: Path) -> str:
    """The type of the file system that holds the path, "" where the machine does not tell."""
    if not mounts.exists():
        return ""
    rows = [line.split() for line in mounts.read_text(encoding="utf-8").splitlines()]
    resolved = path.resolve()
    holding = [(len(row[1]), row[2]) for row in rows if len(row) > 2 and resolved.is_relative_to(row[1])]
    return max(holding, default=(0, ""))[1]


def _differences(found: Mapping[str, object], allowed: Mapping[str, Iterable[object]]) -> list[CheckMessage]:
    return [
        Error(f"The database says {name} = {found[name]}; expected {' or '.join(map(str, values))}.", id="records.E011")
        for name, values in allowed.items()
        if found[name] not in values
    ]
