"""The statements for PostgreSQL: one function, refusing update, delete and truncate (traps.md 18)."""

from collections.abc import Iterable

from django.db.backends.base.base import BaseDatabaseWrapper

FUNCTION = "refuse_change"
BODY = "begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end"
EVENTS = {
    "append_only_row": "before update or delete on {table} for each row",
    "append_only_truncate": "before truncate on {table} for each statement",
}
#: pg_trigger.tgtype of each: row 1, before 2, delete 8, update 16, truncate 32.
TYPES = {"append_only_row": 1 + 2 + 8 + 16, "append_only_truncate": 2 + 32}


def names(table: str) -> list[str]:
    """The names of the triggers of one table, the same for each."""
    return list(EVENTS)


def creating(tables: Iterable[str]) -> list[str]:
    """The statements that create the function, and the triggers of the tables."""
    return [
        f"create or replace function {FUNCTION}() returns trigger language plpgsql as $${BODY}$$",
        *(
            f"create trigger {name} {event.format(table=_quoted(table))} execute function {FUNCTION}()"
            for table in tables
            for name, event in EVENTS.items()
        ),
    ]


def dropping(connection: BaseDatabaseWrapper) -> list[str]:
    """The statements that drop every trigger of ours."""
    return [f"drop trigger {name} on {_quoted(table)}" for table, name, *_ in _catalogue(connection)]


def present(connection: BaseDatabaseWrapper) -> frozenset[tuple[str, str]]:
    """(table, trigger) where the trigger is on, fires when ours does, and its function is ours word for word."""
    return frozenset(
        (table, name)
        for table, name, kind, enabled, body in _catalogue(connection)
        if kind == TYPES.get(name) and enabled in ("O", "A") and body == BODY
    )


def _catalogue(connection: BaseDatabaseWrapper) -> list[tuple[str, str, int, str, str]]:
    """(table, trigger, tgtype, tgenabled, body of the function)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select c.relname, t.tgname, t.tgtype, t.tgenabled::text, p.prosrc from pg_trigger t"
            " join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid"
            " where p.proname = %s and not t.tgisinternal and pg_table_is_visible(c.oid)",
            [FUNCTION],
        )
        return list(cursor.fetchall())


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
