"""The statements for SQLite. REPLACE is refused through `recursive_triggers` (traps.md 18)."""

from collections.abc import Iterable

from django.db.backends.base.base import BaseDatabaseWrapper

PREFIX = "append_only_"
EVENTS = ("update", "delete")


def names(table: str) -> list[str]:
    """The names of the triggers of one table."""
    return [f"{PREFIX}{event}_{table}" for event in EVENTS]


def creating(tables: Iterable[str]) -> list[str]:
    """The statements that create the triggers of the tables."""
    return [_statement(event, table) for table in tables for event in EVENTS]


def dropping(connection: BaseDatabaseWrapper) -> list[str]:
    """The statements that drop every trigger of ours."""
    return [f"drop trigger {connection.ops.quote_name(name)}" for _, name, _ in _stored(connection)]


def present(connection: BaseDatabaseWrapper) -> frozenset[tuple[str, str]]:
    """(table, trigger) where the stored text is ours, word for word."""
    ours = {(table, name): _statement(event, table) for table, name, event in _stored(connection)}
    return frozenset((table, name) for table, name, text in _catalogue(connection) if ours[table, name] == text)


def _statement(event: str, table: str) -> str:
    return (
        f'CREATE TRIGGER "{PREFIX}{event}_{table}" before {event} on "{table}" '
        f"begin select raise(abort, '{table} is append-only'); end"
    )


def _stored(connection: BaseDatabaseWrapper) -> list[tuple[str, str, str]]:
    """(table, trigger, event)."""
    return [(table, name, name.removeprefix(PREFIX).split("_")[0]) for table, name, _ in _catalogue(connection)]


def _catalogue(connection: BaseDatabaseWrapper) -> list[tuple[str, str, str]]:
    """(table, trigger, the text that made it)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select tbl_name, name, sql from sqlite_master where type = 'trigger' and substr(name, 1, %s) = %s",
            [len(PREFIX), PREFIX],
        )
        return list(cursor.fetchall())
