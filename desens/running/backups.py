"""Making a backup: the data and its manifest, both of one moment."""

from datetime import UTC, datetime
from pathlib import Path

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _

from desens.audit.chain import BEGINNING
from desens.audit.models import AuditEvent
from desens.pages.version import VERSION
from desens.running import manifest
from desens.running.digests import table_states
from desens.running.files import appearing, sha256_of
from desens.running.manifest import Manifest
from desens.running.refusal import CannotBackUp
from desens.running.vendors import VENDORS, server_version

MANIFEST_SUFFIX = ".manifest.json"


def back_up(*, folder: Path, at: datetime) -> Path:
    """Write the backup into the folder; its path. The manifest, beside it, comes last and makes it one.

    Raises CannotBackUp, and OSError where the folder cannot be written.
    """
    if not folder.is_dir():
        raise CannotBackUp(_("%(folder)s is no folder.") % {"folder": folder})
    vendor = VENDORS[connections["default"].vendor]
    place = folder / f"desens-{at.astimezone(UTC):%Y%m%dT%H%M%S.%fZ}{vendor.SUFFIX}"
    with appearing(place) as partial, vendor.dumped(partial) as shown:
        described = describe(shown, dump=partial, file=place.name, at=at)
    with appearing(manifest_of(place)) as partial:
        partial.write_text(manifest.to_text(described), encoding="utf-8")
    return place


def describe(connection: BaseDatabaseWrapper, *, dump: Path, file: str, at: datetime) -> Manifest:
    """The manifest of a dump that will be called `file`, made of what the connection shows."""
    return Manifest(
        made_at=at,
        vendor=connection.vendor,
        server=server_version(connection),
        desens=VERSION,
        migrations=_migrations(connection),
        tables=table_states(connection),
        chain_end=chain_end(connection),
        file=file,
        size_bytes=dump.stat().st_size,
        sha256=sha256_of(dump),
    )


def manifest_of(backup: Path) -> Path:
    """Where the manifest of a backup lies."""
    return backup.with_name(backup.name + MANIFEST_SUFFIX)


def chain_end(connection: BaseDatabaseWrapper) -> str:
    """The hash of the last audit event."""
    with connection.cursor() as cursor:
        cursor.execute(f"select hash from {AuditEvent._meta.db_table} order by id desc limit 1")  # noqa: S608 - our name
        row = cursor.fetchone()
    return row[0] if row else BEGINNING


def _migrations(connection: BaseDatabaseWrapper) -> tuple[str, ...]:
    with connection.cursor() as cursor:
        cursor.execute("select app, name from django_migrations")
        return tuple(sorted(f"{app}.{name}" for app, name in cursor.fetchall()))
