"""draft -> signed: the allergist prescribes the latest version, with a reason for each finding that asks for one."""

import json
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from desens.access.models import User
from desens.audit.signed_text import digest_of
from patients.services import require_prescribable
from protocols.engine import Blocker
from protocols.lifecycle.arrows import require_alive, require_first, write
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.lifecycle.reopened import require_not_reopened
from protocols.lifecycle.sign_offs import reasons_text, sign_offs
from protocols.lifecycle.signed import document_of, meaning_of
from protocols.models import Meaning, Signature, Version
from protocols.selectors import latest_number
from protocols.version_document import VersionDocument, read_document
from protocols.version_state import Standing


def sign(
    *, version: Version, reasons: Mapping[str, str], digest: str, entry_key: UUID, by: User, at: datetime
) -> Signature:
    """The prescriber's signature; `digest` is that of the version the page showed, `reasons` by SignOff.key.

    Raises ArrowRefusedError: nothing is written.
    """
    document = read_document(version.document)
    asked = sign_offs(document.schedule.findings)
    if not all(reasons.get(asking.key, "").strip() for asking in asked):
        raise ArrowRefusedError("reason-missing")
    said = reasons_text(asked, reasons)
    text = document_of(version, meaning_of(Meaning.PRESCRIBED), by=by, at=at, said=json.loads(said))
    row = Signature(
        version=version,
        meaning=Meaning.PRESCRIBED,
        person=by,
        at=at,
        reasons_text=said,
        document=text,
        sha256=digest_of(text),
        entry_key=entry_key,
    )

    def guard(standing: Standing) -> None:
        require_signable(version, document, standing, at=at)
        if digest != version.digest:
            raise ArrowRefusedError("other-digest")

    after = {"sha256": row.sha256, "version_sha256": version.digest, "reasons": said}
    return write(row, guard=guard, by=by, action="signed version", after=after)


def require_signable(version: Version, document: VersionDocument, standing: Standing, *, at: datetime) -> None:
    """ArrowRefusedError: void, superseded, signed already, not the latest, with a blocker, or reopened."""
    require_prescribable(version.protocol.patient)
    require_alive(standing)
    require_first(standing.prescription)
    latest = latest_number(version.protocol)
    if latest != version.number:
        raise ArrowRefusedError("not-latest", number=str(latest))
    if any(isinstance(finding, Blocker) for finding in document.schedule.findings):
        raise ArrowRefusedError("blocker")
    require_not_reopened(version, document, at=at)
