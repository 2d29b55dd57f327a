"""SQLite to a file and back, by its backup interface: a copied file misses rows (safety.md H16)."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _

from desens.running.files import appearing
from desens.running.refusal import CannotBackUp, CannotRestore
from desens.running.snapshot import snapshot
from desens.running.targets import opened

SUFFIX = ".sqlite3"
SOUND = [(b"ok",)]


@contextmanager
def dumped(path: Path) -> Iterator[BaseDatabaseWrapper]:
    """Copy the pages of one moment to the path; the sound copy, opened, to be described.

    Writers wait while pages are copied (traps.md 11), so all else is read from the copy.
    """
    with snapshot() as own, closing(sqlite3.connect(path)) as copy:
        copy.execute("pragma synchronous = off")  # the whole file is flushed once, at its end
        own.connection.backup(copy)
        counts = _row_counts(own)
    with closing(sqlite3.connect(path)) as copy:
        copy.text_factory = bytes
        copy.execute("pragma journal_mode = delete")
        if copy.execute("pragma integrity_check").fetchall() != SOUND:
            raise CannotBackUp(_("The database is damaged: SQLite's integrity_check fails."))
    shown = opened(connections[DEFAULT_DB_ALIAS].settings_dict | {"NAME": str(path), "OPTIONS": {}})
    try:
        if _row_counts(shown) != counts:
            raise CannotBackUp(_("The copy has not the rows of the database."))
        yield shown
    finally:
        shown.close()


def load(path: Path, target: BaseDatabaseWrapper) -> None:
    """Put the file in the place of the target's, which is empty or does not exist."""
    place = Path(target.settings_dict["NAME"])
    target.close()
    place.unlink(missing_ok=True)
    with appearing(place) as partial:
        shutil.copyfile(path, partial)
        with closing(sqlite3.connect(partial)) as copy:
            _examine(copy)


def is_empty(target: BaseDatabaseWrapper) -> bool:
    """No file yet, or one without a byte."""
    place = Path(target.settings_dict["NAME"])
    return not place.exists() or os.path.getsize(place) == 0


def _row_counts(connection: BaseDatabaseWrapper) -> dict[str, int]:
    counts = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"select count(*) from {connection.ops.quote_name(table)}")  # noqa: S608 - quoted
            counts[table] = cursor.fetchone()[0]
    return counts


def _examine(copy: sqlite3.Connection) -> None:
    copy.text_factory = bytes  # a damaged text need not be UTF-8
    try:
        sound = copy.execute("pragma integrity_check").fetchall() == SOUND
        torn = copy.execute("pragma foreign_key_check").fetchall()
    except sqlite3.DatabaseError as error:
        raise CannotRestore(_("The file is no sound SQLite database: %(error)s") % {"error": error}) from None
    if not sound or torn:
        raise CannotRestore(_("The file is damaged: SQLite's own checks fail."))
