"""What each kind of database offers to backup and restore."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from django.db.backends.base.base import BaseDatabaseWrapper

from desens.running import postgresql_files, sqlite_files


class Vendor(Protocol):
    """The functions and the one name of a vendor's module."""

    SUFFIX: str

    def dumped(self, path: Path) -> AbstractContextManager[BaseDatabaseWrapper]: ...
    def load(self, path: Path, target: BaseDatabaseWrapper) -> None: ...
    def is_empty(self, target: BaseDatabaseWrapper) -> bool: ...


VENDORS: Mapping[str, Vendor] = {"sqlite": sqlite_files, "postgresql": postgresql_files}


def server_version(connection: BaseDatabaseWrapper) -> str:
    """The database's name and version, such as `PostgreSQL v15.18`."""
    return f"{connection.display_name} v{'.'.join(map(str, connection.get_database_version()))}"
