"""verified -> released: for one procedure, on one date, with what was checked before it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from desens.access.models import User
from desens.audit.signed_text import digest_of
from patients.services import require_prescribable
from protocols.lifecycle.arrows import require_alive, require_first, write
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.lifecycle.reopened import require_not_reopened
from protocols.lifecycle.signed import document_of, released_meaning
from protocols.models import Release, Signature, Version
from protocols.version_document import read_document
from protocols.version_state import Standing, standing_of


@dataclass(frozen=True, kw_only=True)
class Procedure:
    """The day it is for: date, place, how many patients one nurse has, and what was checked (kept as signed text)."""

    planned_on: date
    place: str
    patients_per_nurse: int
    checked: Mapping[str, Any]


def require_releasable(version: Version, standing: Standing, *, at: datetime) -> Signature:
    """The verification that the release rests on; ArrowRefusedError where there is none that holds."""
    require_prescribable(version.protocol.patient)
    require_alive(standing)
    require_first(standing.release)
    if standing.verification is None:
        raise ArrowRefusedError("not-verified" if standing.prescription else "not-signed")
    require_not_reopened(version, read_document(version.document), at=at)
    return standing.verification


def release(*, version: Version, procedure: Procedure, entry_key: UUID, by: User, at: datetime) -> Release:
    """Release the version; raises ArrowRefusedError. What has to hold before is checked in protocols/releasing."""
    verification = standing_of(version).verification
    if verification is None:
        raise ArrowRefusedError("not-verified")
    said = {**vars(procedure), "verification_sha256": verification.sha256}
    text = document_of(version, released_meaning(), by=by, at=at, said=said)
    row = Release(
        version=version,
        verification=verification,
        planned_on=procedure.planned_on,
        place=procedure.place,
        patients_per_nurse=procedure.patients_per_nurse,
        document=text,
        sha256=digest_of(text),
        by=by,
        at=at,
        entry_key=entry_key,
    )

    def guard(now: Standing) -> None:
        require_releasable(version, now, at=at)

    after = {"planned_on": procedure.planned_on.isoformat(), "place": procedure.place, "sha256": row.sha256}
    return write(row, guard=guard, by=by, action="released version", after=after)
