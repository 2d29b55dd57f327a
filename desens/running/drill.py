"""The drill (safety.md H16): a backup counts once it has been restored and compared."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.utils.translation import gettext as _

from desens.running.backups import back_up
from desens.running.manifest import Manifest
from desens.running.refusal import CannotRestore
from desens.running.restoring import restore
from desens.running.sheets import latest_version, rendered
from desens.running.targets import in_place_of_default, scratch


@dataclass(frozen=True, kw_only=True)
class Drilled:
    """What differs, a line each (none: it succeeded), and what was compared."""

    differences: tuple[str, ...]
    compared: str


def drill(*, at: datetime) -> Drilled:
    """Back up, restore into a scratch database, compare, remove the scratch. CannotBackUp passes through."""
    version = latest_version()
    sheets = [] if version is None else [rendered(version)]
    with TemporaryDirectory(dir=settings.VAR, prefix="drill-") as name, scratch(folder=Path(name), at=at) as target:
        backup = back_up(folder=Path(name), at=at)
        if version is not None:
            sheets.append(rendered(version))
        try:
            described = restore(file=backup, into=target)
        except CannotRestore as refusal:
            return Drilled(differences=refusal.reasons, compared="")
        with in_place_of_default(target):
            found = sheet_differences(version, sheets)
    return Drilled(differences=tuple(found), compared=_summary(described, version))


def sheet_differences(version: int | None, sheets: Iterable[bytes]) -> list[str]:
    """Whether the default database prints the version as before or after the backup (a patient may change between)."""
    if version is None:
        return []
    try:
        printed = rendered(version)
    except Exception as error:  # whatever keeps it from printing is what the drill is to find
        return [_("the sheet cannot be printed again: %(error)s") % {"error": type(error).__name__}]
    return [] if printed in sheets else [_("the sheet printed again is not the same")]


def _summary(described: Manifest, version: int | None) -> str:
    facts = {
        "tables": len(described.tables),
        "rows": sum(state.rows for state in described.tables.values()),
        "sheet": _("one sheet") if version is not None else _("no sheet (none was ever saved)"),
    }
    return _("The same: %(tables)d tables with %(rows)d rows, the audit chain, %(sheet)s.") % facts
