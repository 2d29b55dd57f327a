"""signed -> verified: another person's blind check agreed, and that person signs (safety.md H4)."""

from datetime import datetime
from uuid import UUID

from desens.access.models import User
from desens.audit.signed_text import digest_of
from patients.services import require_prescribable
from protocols.lifecycle.arrows import require_alive, require_first, write
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.lifecycle.reopened import require_not_reopened
from protocols.lifecycle.signed import document_of, meaning_of
from protocols.models import Comparison, Meaning, Signature, Version
from protocols.version_document import read_document
from protocols.version_state import Standing, standing_of


def require_checkable(version: Version, standing: Standing, *, by: User, at: datetime) -> Signature:
    """The prescriber's signature that this person may verify; ArrowRefusedError where nobody or another must."""
    require_prescribable(version.protocol.patient)
    require_alive(standing)
    if standing.prescription is None:
        raise ArrowRefusedError("not-signed")
    if standing.prescription.person_id == by.pk:
        raise ArrowRefusedError("own-signature")
    require_first(standing.verification)
    require_not_reopened(version, read_document(version.document), at=at)
    return standing.prescription


def verify(*, version: Version, comparison: Comparison, entry_key: UUID, by: User, at: datetime) -> Signature:
    """The second signature, on the ground of the person's own blind check. Raises ArrowRefusedError."""
    prescription = standing_of(version).prescription
    text = document_of(
        version,
        meaning_of(Meaning.VERIFIED),
        by=by,
        at=at,
        said={
            "prescription_sha256": prescription.sha256 if prescription else "",
            "entered": comparison.entered,
            "entered_at": comparison.at,
        },
    )
    row = Signature(
        version=version,
        meaning=Meaning.VERIFIED,
        person=by,
        at=at,
        document=text,
        sha256=digest_of(text),
        prescription=prescription,
        comparison=comparison,
        entry_key=entry_key,
    )

    def guard(standing: Standing) -> None:
        require_checkable(version, standing, by=by, at=at)
        theirs = comparison.person_id != by.pk or comparison.version_id != version.pk
        if theirs or not comparison.agrees:
            raise ArrowRefusedError("no-agreement")

    after = {"sha256": row.sha256, "version_sha256": version.digest}
    return write(row, guard=guard, by=by, action="verified version", after=after)
