"""Another database than the one served: opened by its settings, and put in its place for a while."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler


def opened(settings: Mapping[str, Any]) -> BaseDatabaseWrapper:
    """The database of these settings, not connected yet."""
    return ConnectionHandler({DEFAULT_DB_ALIAS: dict(settings)})[DEFAULT_DB_ALIAS]


@contextmanager
def in_place_of_default(target: BaseDatabaseWrapper) -> Iterator[None]:
    """Inside, every query of this thread goes to the target."""
    served = connections[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS] = target
    try:
        yield
    finally:
        target.close()
        connections[DEFAULT_DB_ALIAS] = served


@contextmanager
def scratch(*, folder: Path, at: datetime) -> Iterator[BaseDatabaseWrapper]:
    """An empty database of the same kind, gone afterwards: a file in the folder, or one on the same server.

    On PostgreSQL the role needs CREATEDB.
    """
    served = connections[DEFAULT_DB_ALIAS]
    if served.vendor == "sqlite":
        yield opened(served.settings_dict | {"NAME": str(folder / "scratch.sqlite3")})
        return
    name = f"desens_drill_{at:%Y%m%d%H%M%S%f}"
    quoted = served.ops.quote_name(name)
    with served.cursor() as cursor:
        cursor.execute(f"create database {quoted} template template0 encoding 'UTF8'")
    target = opened(served.settings_dict | {"NAME": name})
    try:
        yield target
    finally:
        target.close()
        with served.cursor() as cursor:
            cursor.execute(f"drop database {quoted} with (force)")
