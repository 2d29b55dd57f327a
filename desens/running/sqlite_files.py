"""SQLite to a file and back, by its backup interface: a copied file misses rows (safety.md H16)."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _

from desens.running.files import appearing
from desens.running.refusal import CannotBackUp, CannotRestore

SUFFIX = ".sqlite3"
SOUND = [(b"ok",)]


def dump(own: BaseDatabaseWrapper, path: Path) -> None:
    """Copy what the snapshot shows, page by page, and have the copy examined."""
    with closing(sqlite3.connect(path)) as copy:
        own.connection.backup(copy)
        copy.text_factory = bytes
        copy.execute("pragma journal_mode = delete")
        if copy.execute("pragma integrity_check").fetchall() != SOUND:
            raise CannotBackUp(_("The database is damaged: SQLite's integrity_check fails."))


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


def _examine(copy: sqlite3.Connection) -> None:
    copy.text_factory = bytes  # a damaged text need not be UTF-8
    try:
        sound = copy.execute("pragma integrity_check").fetchall() == SOUND
        torn = copy.execute("pragma foreign_key_check").fetchall()
    except sqlite3.DatabaseError as error:
        raise CannotRestore(_("The file is no sound SQLite database: %(error)s") % {"error": error}) from None
    if not sound or torn:
        raise CannotRestore(_("The file is damaged: SQLite's own checks fail."))
