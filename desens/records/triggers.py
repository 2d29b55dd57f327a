"""Triggers that refuse every change of an append-only table (safety.md H11, traps.md 17 and 18).

They only refuse and write nothing. SQLite drops them whenever it rebuilds a table, so they are
dropped and created after every migration, and a system check compares declared with present.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Protocol

from django.apps import apps
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from desens.records import triggers_postgresql, triggers_sqlite


class Vendor(Protocol):
    """What each vendor's module offers."""

    def names(self, table: str) -> list[str]: ...
    def creating(self, tables: Iterable[str]) -> list[str]: ...
    def dropping(self, connection: BaseDatabaseWrapper) -> list[str]: ...
    def present(self, connection: BaseDatabaseWrapper) -> frozenset[tuple[str, str]]: ...


VENDORS: Mapping[str, Vendor] = {"sqlite": triggers_sqlite, "postgresql": triggers_postgresql}


def declared_tables() -> frozenset[str]:
    """The tables of all models that declare `append_only = True`."""
    return frozenset(
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if getattr(model, "append_only", False) and model._meta.managed and not model._meta.proxy
    )


def declared(connection: BaseDatabaseWrapper) -> frozenset[tuple[str, str]]:
    """(table, trigger) of every trigger there must be; tables not migrated yet are left out."""
    names = VENDORS[connection.vendor].names
    return frozenset((table, name) for table in _existing(connection) for name in names(table))


def present(connection: BaseDatabaseWrapper) -> frozenset[tuple[str, str]]:
    """(table, trigger) of every trigger that is there, switched on, and says what ours says."""
    return VENDORS[connection.vendor].present(connection)


def dropping(connection: BaseDatabaseWrapper) -> list[str]:
    """The statements that drop all our triggers, read from the catalogue."""
    return VENDORS[connection.vendor].dropping(connection)


def install(connection: BaseDatabaseWrapper) -> None:
    """Drop and create the triggers of all declared tables."""
    creating = VENDORS[connection.vendor].creating
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for statement in [*dropping(connection), *creating(sorted(_existing(connection)))]:
            cursor.execute(statement)


def install_after_migrate(*, using: str, **signal: Any) -> None:
    """The receiver of `post_migrate`, which `flush` sends as well."""
    install(connections[using])


@contextmanager
def lifted(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Without our triggers inside one transaction; they are back before it commits."""
    with transaction.atomic(using=connection.alias):
        with connection.cursor() as cursor:
            for statement in dropping(connection):
                cursor.execute(statement)
        yield
        connection.check_constraints()
        install(connection)


def _existing(connection: BaseDatabaseWrapper) -> frozenset[str]:
    return declared_tables() & frozenset(connection.introspection.table_names())
