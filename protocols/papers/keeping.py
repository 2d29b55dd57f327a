"""Every write about printed documents: the file of a released version once, and each print as an event."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from desens.access.models import User
from desens.audit.recording import recording
from desens.printing.refusal import CannotPrint
from protocols.models import Paper, StoredDocument, Version


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """One document of a version; `basis` is "" for one that is not kept: of a version that may not be given yet."""

    version: Version
    paper: Paper
    variant: str = ""
    basis: str = ""


def printed(wanted: Wanted, draw: Callable[[], bytes], *, by: User, at: datetime) -> bytes:
    """The PDF, as stored if it was drawn before, else drawn by `draw` (which may raise CannotPrint) and stored.

    Every print is an audit event with the hash of what was handed out. CannotPrint where the stored file no longer
    has the hash it was stored with.
    """
    stored = _stored(wanted)
    pdf = bytes(stored.pdf) if stored else draw()
    sha256 = hashlib.sha256(pdf).hexdigest()
    if stored and sha256 != stored.sha256:
        raise CannotPrint(_("The stored document no longer has the hash it was stored with. Tell the administrator."))
    if wanted.basis and not stored:
        pdf, sha256 = _keep(wanted, pdf, sha256, by=by, at=at)
    note_print(version=wanted.version, paper=wanted.paper, sha256=sha256, by=by, at=at)
    return pdf


def note_print(*, version: Version, paper: Paper, sha256: str, by: User, at: datetime) -> None:
    """That a document was printed, and the hash of its bytes."""
    _note("printed", version, {"document": paper.value, "sha256": sha256}, by=by, at=at)


def _stored(wanted: Wanted) -> StoredDocument | None:
    if not wanted.basis:
        return None
    return StoredDocument.objects.filter(**_key(wanted)).first()


def _keep(wanted: Wanted, pdf: bytes, sha256: str, *, by: User, at: datetime) -> tuple[bytes, str]:
    """What was stored: this file, or the one that somebody stored meanwhile."""
    row = StoredDocument(**_key(wanted), pdf=pdf, sha256=sha256, by=by, at=at)
    try:
        with recording(by=by, at=at):
            with transaction.atomic():
                row.save()
            _note("stored", wanted.version, {"document": wanted.paper.value, "sha256": sha256}, by=by, at=at)
    except IntegrityError:
        first = StoredDocument.objects.get(**_key(wanted))
        return bytes(first.pdf), first.sha256
    return pdf, sha256


def _key(wanted: Wanted) -> dict[str, object]:
    return {
        "version": wanted.version,
        "paper": wanted.paper,
        "variant": wanted.variant,
        "basis": wanted.basis,
    }


def _note(action: str, version: Version, after: dict[str, str], *, by: User, at: datetime) -> None:
    protocol = version.protocol
    with recording(by=by, at=at) as record:
        record.event(
            action,
            subject="version",
            subject_code=f"{protocol.code}/{version.number}",
            patient_code=protocol.patient.code,
            after=after,
        )
