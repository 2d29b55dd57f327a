"""Putting a backup into an empty database, and making sure that what is there is what was backed up."""

from pathlib import Path

from django.db import DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from desens.audit import chain
from desens.records import triggers
from desens.running import manifest
from desens.running.backups import chain_end, manifest_of
from desens.running.digests import differences, table_states
from desens.running.files import sha256_of
from desens.running.manifest import Manifest, ManifestError
from desens.running.refusal import CannotRestore
from desens.running.targets import in_place_of_default
from desens.running.vendors import VENDORS

#: What reading damaged rows raises, in Python or in the database.
UNREADABLE = (DatabaseError, ValueError, TypeError, ArithmeticError)


def restore(*, file: Path, into: BaseDatabaseWrapper) -> Manifest:
    """Restore the backup; its manifest. CannotRestore says why not; the target is then not to be used."""
    described = verified(file)
    if described.vendor != into.vendor:
        kinds = {"file": described.vendor, "target": into.vendor}
        raise CannotRestore(_("The file is of %(file)s, the database to restore into is %(target)s.") % kinds)
    try:
        if not VENDORS[into.vendor].is_empty(into):
            raise CannotRestore(_("The database to restore into is not empty; nothing was changed."))
        VENDORS[into.vendor].load(file, into)
        with in_place_of_default(into):
            found = examined(described)
    except UNREADABLE as error:
        raise CannotRestore(_("What was restored cannot be read: %(error)s") % {"error": str(error).strip()}) from None
    if found:
        raise CannotRestore(*found)
    return described


def verified(file: Path) -> Manifest:
    """The manifest of a backup whose file is, byte for byte, the one that was made."""
    beside = manifest_of(file)
    if not file.is_file() or not beside.is_file():
        raise CannotRestore(_("Both are needed: %(file)s and %(manifest)s.") % {"file": file, "manifest": beside.name})
    try:
        described = manifest.from_text(beside.read_text(encoding="utf-8"))
    except (ManifestError, UnicodeDecodeError) as error:
        raise CannotRestore(_("%(file)s: %(error)s") % {"file": beside.name, "error": error}) from None
    if file.stat().st_size != described.size_bytes or sha256_of(file) != described.sha256:
        raise CannotRestore(_("%(file)s is damaged: it is not the file that was backed up.") % {"file": file.name})
    unknown = sorted(set(described.migrations) - _known_migrations())
    if unknown:
        facts = {"version": described.desens, "migrations": ", ".join(unknown)}
        raise CannotRestore(_("Restore it with desens %(version)s: this one does not know %(migrations)s.") % facts)
    return described


def examined(described: Manifest) -> list[str]:
    """What the default database holds otherwise than the manifest says; missing triggers are put back first."""
    connection = connections["default"]
    if triggers.declared(connection) - triggers.present(connection):
        triggers.install(connection)
    found = differences(described.tables, table_states(connection))
    if chain_end(connection) != described.chain_end:
        found.append(_("the audit ends with another event"))
    return found + [_("audit: %(place)s") % {"place": place} for place in chain.verify()]


def _known_migrations() -> frozenset[str]:
    return frozenset(f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations)
