"""The manifest beside a backup: what the file is and what it holds, sealed so that a changed one shows."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _

from desens.audit.values import canonical
from desens.running.digests import TableState

SCHEMA = 1


class ManifestError(ValueError):
    """A manifest that is not one; the text says why."""


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """`vendor` is sqlite or postgresql; `chain_end` the last hash of the audit; `sha256` that of the file."""

    made_at: datetime
    vendor: str
    server: str
    desens: str
    migrations: tuple[str, ...]
    tables: Mapping[str, TableState]
    chain_end: str
    file: str
    size_bytes: int
    sha256: str


def to_text(manifest: Manifest) -> str:
    """Canonical JSON with its seal: the SHA-256 of all the rest."""
    stored = asdict(manifest) | {"made_at": manifest.made_at.isoformat(), "schema": SCHEMA}
    return canonical(stored | {"seal": _seal(stored)})


def from_text(text: str) -> Manifest:
    """The inverse of `to_text`; ManifestError for anything else, a single changed character included."""
    try:
        stored = json.loads(text)
        seal, schema = stored.pop("seal"), stored["schema"]
    except (ValueError, TypeError, KeyError, AttributeError):
        raise ManifestError(_("It is not the manifest of a backup.")) from None
    if seal != _seal(stored):
        raise ManifestError(_("It was changed or damaged: its seal does not fit."))
    if schema != SCHEMA:
        raise ManifestError(_("It is of schema %(schema)s, which this version does not read.") % {"schema": schema})
    return _from_stored(stored)


def _from_stored(stored: dict[str, Any]) -> Manifest:
    del stored["schema"]
    return Manifest(
        **stored
        | {
            "made_at": datetime.fromisoformat(stored["made_at"]),
            "migrations": tuple(stored["migrations"]),
            "tables": {table: TableState(**state) for table, state in stored["tables"].items()},
        }
    )


def _seal(stored: Mapping[str, Any]) -> str:
    return sha256(canonical(dict(stored)).encode()).hexdigest()
