"""The database settings (safety.md H8)."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from desens.records.database import database_settings, durable_pragmas


def test_sqlite():
    found = database_settings("sqlite:////srv/desens/records.sqlite3")
    assert found["NAME"] == "/srv/desens/records.sqlite3"
    assert found["ATOMIC_REQUESTS"] is False
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert found["OPTIONS"]["timeout"] == 20
    for pragma in ("journal_mode=", "synchronous=", "foreign_keys=ON", "recursive_triggers=ON"):
        assert f"PRAGMA {pragma}" in found["OPTIONS"]["init_command"]


def test_postgresql():
    found = database_settings("postgresql://desens:secret@db.example:5433/records?sslmode=require")
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == ("desens", "secret", "db.example", 5433)
    assert found["OPTIONS"] == {"sslmode": "require", "options": "-c jit=off"}
    assert found["CONN_HEALTH_CHECKS"] is True
    assert found["ATOMIC_REQUESTS"] is False


@pytest.mark.parametrize("url", ["mysql://host/name", "nonsense", "", "oracle://host/name"])
def test_another_vendor_is_refused(url):
    with pytest.raises(ImproperlyConfigured):
        database_settings(url)


@pytest.mark.parametrize(
    ("version", "journal"),
    [
        ((3, 40, 1), "DELETE"),
        ((3, 44, 5), "DELETE"),
        ((3, 44, 6), "WAL"),
        ((3, 45, 0), "DELETE"),
        ((3, 50, 6), "DELETE"),
        ((3, 50, 7), "WAL"),
        ((3, 51, 0), "DELETE"),
        ((3, 51, 2), "DELETE"),
        ((3, 51, 3), "WAL"),
        ((3, 52, 0), "WAL"),
    ],
)
def test_wal_only_where_its_bug_is_mended(version, journal):
    assert durable_pragmas(version) == (journal, {"WAL": "FULL", "DELETE": "EXTRA"}[journal])
