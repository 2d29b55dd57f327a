"""What a database holds, as one count and one digest a table: equal means the same rows, in any order."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _

POSTGRESQL_STATE = """
    select count(*), encode(sha256(coalesce(string_agg(row, ''::bytea order by row), ''::bytea)), 'hex')
    from (select sha256(convert_to(t::text, 'UTF8')) as row from {table} t) as hashed
"""


@dataclass(frozen=True, kw_only=True)
class TableState:
    """`digest` is the SHA-256 of the sorted SHA-256 of every row's text as its database writes it."""

    rows: int
    digest: str


def table_states(connection: BaseDatabaseWrapper) -> dict[str, TableState]:
    """Every table of the database with its state, sorted by name."""
    state = {"sqlite": _sqlite_state, "postgresql": _postgresql_state}[connection.vendor]
    return {table: state(connection, table) for table in sorted(connection.introspection.table_names())}


def differences(expected: Mapping[str, TableState], found: Mapping[str, TableState]) -> list[str]:
    """One line for each table that is not the same, by name; empty when all are."""
    return [line for table in sorted({*expected, *found}) if (line := _difference(table, expected, found))]


def _difference(table: str, expected: Mapping[str, TableState], found: Mapping[str, TableState]) -> str:
    wanted, there = expected.get(table), found.get(table)
    if wanted == there:
        return ""
    if there is None:
        return _("table %(table)s: missing") % {"table": table}
    if wanted is None:
        return _("table %(table)s: not in the backup") % {"table": table}
    if wanted.rows != there.rows:
        counts = {"table": table, "found": there.rows, "expected": wanted.rows}
        return _("table %(table)s: %(found)d rows instead of %(expected)d") % counts
    return _("table %(table)s: a row is not what it was") % {"table": table}


def _sqlite_state(connection: BaseDatabaseWrapper, table: str) -> TableState:
    """`quote` keeps each value's type and every digit, and reads no value into Python's own types."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        columns = cursor.execute("select name from pragma_table_info(%s)", [table]).fetchall()
        text = " || ',' || ".join(f"quote({quote(name)})" for (name,) in columns)
        cursor.execute(f"select {text} from {quote(table)}")  # noqa: S608 - names from the catalogue, quoted
        rows = sorted(sha256(row.encode()).digest() for (row,) in cursor)
    return TableState(rows=len(rows), digest=sha256(b"".join(rows)).hexdigest())


def _postgresql_state(connection: BaseDatabaseWrapper, table: str) -> TableState:
    """Computed by the server; 32 bytes a row of its memory."""
    with connection.cursor() as cursor:
        cursor.execute(POSTGRESQL_STATE.format(table=connection.ops.quote_name(table)))
        rows, digest = cursor.fetchone()
    return TableState(rows=rows, digest=digest)
