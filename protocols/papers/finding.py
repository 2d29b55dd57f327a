"""Every read about printed documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from desens.access.models import User
from patients.selectors import Identity, identity
from protocols.documents.sheet_head import State, state_text
from protocols.lifecycle.reopened import come_since
from protocols.models import StoredDocument, Version
from protocols.papers.states import paper_state
from protocols.selectors import ShownVersion, shown_version

#: Two versions with the same eight digits are one in four thousand million; more are not shown.
MOST_FOUND = 3


@dataclass(frozen=True, kw_only=True)
class FoundSheet:
    """A version that bears the hash: whose it is, what its paper says of itself now, and why not valid."""

    who: Identity
    shown: ShownVersion
    state: State
    across: str
    why: tuple[str, ...]
    printed: Sequence[StoredDocument]


def sheets_of_hash(digits: str, *, viewer: User, at: datetime, on: date) -> list[FoundSheet]:
    """The versions whose short hash these eight digits are."""
    return [_found(row, viewer=viewer, at=at, on=on) for row in _versions(digits)[:MOST_FOUND]]


def stored_documents(version: Version) -> list[StoredDocument]:
    """What was drawn and kept of a version, the newest first, without the files. One query."""
    return list(version.stored_documents.select_related("by").defer("pdf").order_by("-id"))


def _versions(digits: str) -> QuerySet[Version]:
    """By a range, so that the index serves on both databases."""
    rows = Version.objects.filter(digest__gte=digits, digest__lt=f"{digits}g")
    return rows.select_related("protocol__patient", "protocol__drug").order_by("-id")


def _found(row: Version, *, viewer: User, at: datetime, on: date) -> FoundSheet:
    shown = shown_version(row.protocol, row.number)
    state = paper_state(shown, at=at)
    return FoundSheet(
        who=identity(row.protocol.patient, viewer=viewer, on=on),
        shown=shown,
        state=state,
        across=state_text(state),
        why=come_since(row, shown.document, at=at) if shown.standing.release and state == "draft" else (),
        printed=stored_documents(row),
    )
