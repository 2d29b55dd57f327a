"""A database with records worth losing, and empty ones to restore into."""

from dataclasses import dataclass

import pytest
from django.db import connection
from django.utils import timezone

from desens.running.targets import scratch
from protocols.models import Version
from tests.clinic import drafted, labelled, libraries, registered, weighed


@dataclass(frozen=True, kw_only=True)
class Records:
    """What `records` holds."""

    version: Version


@pytest.fixture
def records(transactional_db, allergist) -> Records:
    """One patient with a weight, a label and a draft; the libraries."""
    libraries()
    patient = registered(allergist)
    weighed(patient, allergist)
    labelled(patient, allergist)
    return Records(version=drafted(patient, allergist))


@pytest.fixture
def empty(transactional_db, tmp_path):
    """An empty database of the same kind, removed afterwards."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    with scratch(folder=folder, at=timezone.now()) as target:
        yield target


@pytest.fixture
def folder(tmp_path):
    """Where the backups of a test go."""
    made = tmp_path / "backups"
    made.mkdir()
    return made


def execute(database, statement: str, *values: object) -> int:
    """Run a statement on a database; how many rows it touched."""
    with database.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount


def is_sqlite() -> bool:
    return connection.vendor == "sqlite"
