"""One moment of the database, seen by a connection of its own while others go on writing."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

#: SQLite takes its view at the first read; in DELETE mode writers then wait until it ends (traps.md 11).
BEGIN = {"sqlite": "begin", "postgresql": "begin isolation level repeatable read, read only"}


@contextmanager
def snapshot() -> Iterator[BaseDatabaseWrapper]:
    """A connection whose reads, and whose dump, all show the same moment."""
    own = connections.create_connection(DEFAULT_DB_ALIAS)
    try:
        with own.cursor() as cursor:
            cursor.execute(BEGIN[own.vendor])
            cursor.execute("select count(*) from django_migrations")
        yield own
    finally:
        own.close()
