"""The checks read the database back (safety.md H8)."""

from decimal import Decimal

import pytest
from django.apps import apps
from django.core.checks import registry
from django.db import connection, models
from django.db.utils import ConnectionHandler
from django.test.utils import isolate_apps

from desens.records import checks
from desens.records.database import database_settings


def ids(faults):
    return [fault.id for fault in faults]


@pytest.mark.django_db(transaction=True)
def test_the_database_of_the_tests_is_as_demanded():
    assert checks.check_connections(databases=["default"]) == []
    assert checks.check_triggers(databases=["default"]) == []


def test_the_checks_are_registered():
    registered = registry.registry.registered_checks
    assert {checks.check_decimals, checks.check_connections, checks.check_triggers} <= registered


def test_without_databases_nothing_is_asked():
    assert checks.check_connections(databases=None) == checks.check_triggers() == []


@pytest.fixture
def sqlite_faults(tmp_path, django_db_blocker):
    """The faults of a SQLite file opened with an init_command and options of one's own."""

    def faults(init="", **changes):
        settings = database_settings(f"sqlite:///{tmp_path / 'records.sqlite3'}")
        options = settings["OPTIONS"] | changes
        options["init_command"] += init
        opened = ConnectionHandler({"default": settings | {"OPTIONS": options}})["default"]
        with django_db_blocker.unblock():
            try:
                return checks.connection_faults(opened)
            finally:
                opened.close()

    return faults


def test_sqlite_reads_back_as_set(sqlite_faults):
    assert sqlite_faults() == []


@pytest.mark.parametrize(
    ("pragma", "says"),
    [
        ("synchronous=NORMAL", "synchronous = 1"),
        ("synchronous=OFF", "synchronous = 0"),
        ("journal_mode=MEMORY", "journal_mode = memory"),
        ("journal_mode=OFF", "journal_mode = off"),
        ("foreign_keys=OFF", "foreign_keys = 0"),
        ("recursive_triggers=OFF", "recursive_triggers = 0"),
        ("busy_timeout=500", "busy_timeout = 500"),
    ],
)
def test_a_pragma_that_reads_back_otherwise_is_an_error(sqlite_faults, pragma, says):
    (fault,) = sqlite_faults(f"PRAGMA {pragma};")
    assert fault.id == "records.E011"
    assert says in fault.msg


def test_a_deferred_transaction_is_an_error(sqlite_faults):
    assert ids(sqlite_faults(transaction_mode="DEFERRED")) == ["records.E012"]


def test_a_database_in_memory_is_an_error(django_db_blocker):
    opened = ConnectionHandler({"default": database_settings("sqlite://:memory:")})["default"]
    with django_db_blocker.unblock():
        (fault,) = checks.connection_faults(opened)
    opened.close()
    assert "journal_mode = memory" in fault.msg


def test_a_network_file_system_is_an_error(sqlite_faults, tmp_path, monkeypatch):
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/vda / ext4 rw 0 0\nserver:/share {tmp_path} nfs4 rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(checks, "MOUNTS", mounts)
    (fault,) = sqlite_faults()
    assert fault.id == "records.E013"
    assert "nfs4" in fault.msg


def test_the_deepest_mount_holds_a_path(tmp_path):
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/vda / ext4 rw 0 0\n//nas/x /srv cifs rw 0 0\n/dev/b /srv/local xfs rw 0 0\n")
    found = {path: checks.file_system(tmp_path.__class__(path), mounts) for path in ("/a", "/srv/a", "/srv/local/a")}
    assert found == {"/a": "ext4", "/srv/a": "cifs", "/srv/local/a": "xfs"}
    assert checks.file_system(tmp_path, tmp_path / "none") == ""


@pytest.mark.only_on("postgresql")
@pytest.mark.django_db
def test_postgresql_without_synchronous_commit_is_an_error():
    with connection.cursor() as cursor:
        cursor.execute("set local synchronous_commit = off")
    (fault,) = checks.connection_faults(connection)
    assert fault.id == "records.E011"
    assert "synchronous_commit = off" in fault.msg


@pytest.mark.only_on("postgresql")
@pytest.mark.django_db(transaction=True)
def test_another_isolation_is_an_error():
    with connection.cursor() as cursor:
        cursor.execute("set default_transaction_isolation = 'repeatable read'")
    try:
        assert ids(checks.connection_faults(connection)) == ["records.E011"]
    finally:
        connection.close()


@pytest.mark.only_on("postgresql")
@pytest.mark.django_db
def test_a_connection_without_health_checks_is_an_error(monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "CONN_HEALTH_CHECKS", False)
    assert ids(checks.connection_faults(connection)) == ["records.E014"]


@pytest.mark.django_db
def test_a_transaction_for_each_request_is_an_error(monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "ATOMIC_REQUESTS", True)
    assert ids(checks.connection_faults(connection)) == ["records.E010"]


@pytest.mark.parametrize(("digits", "faults"), [(15, []), (16, ["records.E001"])])
@isolate_apps("tests.records.app")
def test_a_decimal_has_at_most_fifteen_digits(digits, faults):
    class Measured(models.Model):  # noqa: DJ008 - never shown
        value = models.DecimalField(max_digits=digits, decimal_places=3, default=Decimal(0))

        class Meta:
            app_label = "records_app"

    assert ids(checks.decimal_faults([Measured])) == faults


def test_no_installed_model_has_a_wider_decimal():
    assert checks.decimal_faults(apps.get_models()) == checks.check_decimals() == []
