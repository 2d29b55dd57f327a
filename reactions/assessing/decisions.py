"""Signing a decision: it is kept with everything it rested on, and only if nothing was recorded meanwhile."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError

from desens.access.models import User
from desens.audit.recording import recording
from desens.audit.signed_text import digest_of
from desens.records.once import find_entry
from patients.inserting import insert_entry
from reactions.assessing.comparing import COMPARED, differs, missing_reasons
from reactions.assessing.entered import NewDecision
from reactions.assessing.facts import Changes, changes_since
from reactions.assessing.gathering import Gathered, gather
from reactions.assessing.services import common
from reactions.assessing.signed_document import document_of
from reactions.models import Assessment, Reaction


class StaleDecisionError(Exception):
    """Something was recorded, or decided, since the page was opened; `changes` says what. Nothing was signed."""

    def __init__(self, changes: Changes) -> None:
        super().__init__("recorded meanwhile")
        self.changes = changes


class ReasonMissingError(ValueError):
    """A decision other than the proposal, or over a contraindication, needs a reason; `fields` says where."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__(", ".join(fields))
        self.fields = fields


def sign(
    *,
    ids: Collection[int],
    reaction: Reaction,
    new: NewDecision,
    seen: str,
    entry_key: UUID,
    by: User,
    at: datetime,
) -> Assessment:
    """Keep the decision with all it rests on, as signed by the person.

    `seen` is what the page showed (facts.seen_text). Raises StaleDecisionError, ReasonMissingError: nothing is kept.
    """
    try:
        with recording(by=by, at=at):
            gathered = gather(ids, reaction)
            first = find_entry(Assessment, entry_key)
            if first is None:
                _require_fresh(gathered, seen)
            row = _row(gathered, new, first, **common(gathered.reaction, entry_key=entry_key, by=by, at=at))
            return insert_entry(row, action="signed assessment", after=_audited(row))
    except IntegrityError:
        gathered = gather(ids, reaction)
        _require_fresh(gathered, seen)
        raise


def _require_fresh(gathered: Gathered, seen: str) -> None:
    changes = changes_since(seen, gathered.facts, gathered.digest)
    if changes:
        raise StaleDecisionError(changes)


def _row(gathered: Gathered, new: NewDecision, first: Assessment | None, **who: Any) -> Assessment:
    judged, before = gathered.judged, gathered.standing.decision
    contraindicated, phenotype = bool(judged.contraindications), judged.phenotype.proposed
    wanting = missing_reasons(judged.proposal, phenotype, new, contraindicated=contraindicated)
    if wanting and first is None:
        raise ReasonMissingError(tuple(wanting))
    row = Assessment(
        **vars(new),
        **who,
        reaction=gathered.reaction,
        number=first.number if first else before.number + 1 if before else 1,
        phenotype_proposed=phenotype or "",
        way_proposed=judged.proposal.way or "",
        differs=differs(judged.proposal, new),
        contraindicated=contraindicated,
    )
    row.document = document_of(row, gathered, new)
    row.sha256 = digest_of(row.document)
    return row


def _audited(row: Assessment) -> dict[str, Any]:
    names = (
        "culprit",
        "number",
        "phenotype",
        "phenotype_reason",
        *COMPARED,
        "reason",
        "override_reason",
        "sha256",
    )
    return {name: getattr(row, name) for name in names}
