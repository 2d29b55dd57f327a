"""PostgreSQL to a file and back, by its own tools; passwords go by the environment, never by the command line."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _
from psycopg.pq import Conninfo

from desens.running.refusal import CannotBackUp, CannotRestore
from desens.running.snapshot import snapshot

SUFFIX = ".dump"
MOST_TOLD = 500


@contextmanager
def dumped(path: Path) -> Iterator[BaseDatabaseWrapper]:
    """pg_dump of one moment, in the custom format; a connection that sees the same moment, to describe it."""
    program = tool("pg_dump")
    if program is None:
        raise CannotBackUp(_("pg_dump is not found: install postgresql-client or set POSTGRESQL_TOOLS."))
    with snapshot() as own:
        with own.cursor() as cursor:
            cursor.execute("select pg_export_snapshot()")
            (shown,) = cursor.fetchone()
        told = _run([program, "--format=custom", f"--snapshot={shown}", f"--file={path}", "--no-password"], own)
        if told:
            raise CannotBackUp(told)
        yield own


def load(path: Path, target: BaseDatabaseWrapper) -> None:
    """pg_restore in one transaction: all of the file or nothing of it."""
    program = tool("pg_restore")
    if program is None:
        raise CannotRestore(_("pg_restore is not found: install postgresql-client or set POSTGRESQL_TOOLS."))
    name = f"--dbname={target.get_connection_params()['dbname']}"
    whole = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--no-password"]
    told = _run([program, *whole, name, str(path)], target)
    if told:
        raise CannotRestore(told)


def is_empty(target: BaseDatabaseWrapper) -> bool:
    """No table, view or sequence of anybody's."""
    with target.cursor() as cursor:
        cursor.execute(
            "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            " where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')"
            " and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'"
        )
        return bool(cursor.fetchone()[0] == 0)


def tool(name: str) -> str | None:
    """Where one of PostgreSQL's programs is: in POSTGRESQL_TOOLS, or on the path."""
    return shutil.which(name, path=settings.POSTGRESQL_TOOLS or None)


def environment(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """The variables by which libpq finds and opens the database of a connection."""
    given = connection.get_connection_params()
    known = {option.keyword.decode(): option.envvar for option in Conninfo.get_defaults()}
    return {
        variable.decode(): str(given[keyword]) for keyword, variable in known.items() if variable and given.get(keyword)
    }


def _run(command: list[str], connection: BaseDatabaseWrapper) -> str:
    """What the program complains of when it fails, with the password taken out; "" when it succeeds."""
    variables = environment(connection)
    ran = subprocess.run(command, env=os.environ | variables, capture_output=True, text=True, check=False)  # noqa: S603 - a fixed program, no shell
    if ran.returncode == 0:
        return ""
    told = re.sub(r"\s+", " ", ran.stderr).strip() or f"{Path(command[0]).name}: {ran.returncode}"
    secret = variables.get("PGPASSWORD", "")
    return (told.replace(secret, "***") if secret else told)[:MOST_TOLD]
