"""`/live` and `/ready`: what a monitor asks, answered without a session, a host name or a line in the log."""

import json
import logging

import pytest
from django.db import connection, connections
from django.db.migrations.recorder import MigrationRecorder
from django.db.utils import ConnectionHandler
from django.test import Client

from desens.access.models import User
from desens.records import triggers
from desens.records.database import database_settings
from desens.running import health
from desens.running.targets import in_place_of_default
from tests.cast import client_of
from tests.running.conftest import execute


def reasons(client: Client) -> list[str]:
    answer = client.get("/ready")
    told = json.loads(answer.content)
    assert (answer.status_code, told["ready"]) == ((503, False) if told["reasons"] else (200, True))
    return told["reasons"]


def test_live_asks_nothing_of_the_database(client):
    """Without the `db` fixture every query is refused."""
    answer = client.get("/live")
    assert (answer.status_code, answer.json()) == (200, {"live": True})


def test_ready_when_all_is_well(db, client):
    assert reasons(client) == []


def test_the_database_gone_is_said_alone(client, django_db_blocker, tmp_path):
    nowhere = database_settings(f"sqlite:///{tmp_path / 'no' / 'such' / 'folder.sqlite3'}")
    with django_db_blocker.unblock(), in_place_of_default(ConnectionHandler({"default": nowhere})["default"]):
        assert reasons(client) == ["database"]


def test_a_waiting_migration_is_named_by_its_code(db, client):
    MigrationRecorder(connection).record_unapplied("running", "0001_upkeep")
    assert reasons(client) == ["migrations"]
    assert health.waiting_migrations() == ["running.0001_upkeep"]


def test_a_missing_trigger(transactional_db, client):
    execute(connection, triggers.dropping(connection)[0])
    assert reasons(client) == ["triggers"]
    triggers.install(connection)


def test_a_missing_cache_table(db, client, settings):
    settings.CACHES = {"default": {"BACKEND": health.DATABASE_CACHE, "LOCATION": "not_there"}}
    assert reasons(client) == ["cache_table"]


def test_a_disk_that_is_nearly_full(db, client, monkeypatch):
    monkeypatch.setattr(health, "LEAST_FREE_BYTES", 1 << 62)
    assert reasons(client) == ["disk"]


@pytest.mark.parametrize("address", ["/live", "/ready"])
def test_no_session_no_host_no_log(transactional_db, nurse, address, caplog):
    client = client_of(nurse)
    caplog.clear()
    with caplog.at_level(logging.INFO):
        answer = client.get(address, headers={"host": "10.0.0.1:8000"})
    assert answer.status_code == 200
    assert "Cookie" not in answer.get("Vary", "")
    assert not answer.cookies
    assert "no-store" in answer["Cache-Control"]
    assert caplog.records == []


def test_ready_asks_only_what_it_needs(db, client, django_assert_max_num_queries):
    User.objects.count()
    connections["default"].ensure_connection()
    with django_assert_max_num_queries(6):
        reasons(client)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_other_methods_are_refused(db, method):
    assert Client().generic(method, "/ready").status_code == 405
