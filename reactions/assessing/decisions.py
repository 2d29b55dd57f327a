"""Signing a decision: it is kept with everything it rested on, and only if nothing was recorded meanwhile."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError
from django.utils.translation import gettext as _

from desens.access.models import User
from desens.audit.recording import recording
from desens.pages.version import VERSION
from desens.records.once import find_entry
from patients.inserting import insert_entry
from reactions.assessing.entered import NewDecision
from reactions.assessing.facts import Changes, changes_since
from reactions.assessing.gathering import Gathered, gather
from reactions.assessing.services import common
from reactions.assessing.signing import digest_of, kept, text_of
from reactions.assessment_choices import Way
from reactions.models import Assessment, Reaction
from reactions.rules.decision import Proposal

#: What of the decision is compared with the proposal.
COMPARED = ("way", "pace", "steps", "place", "first_bag_dilution")
NOTHING_GIVEN = (Way.CONTRAINDICATED, Way.AVOID)


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


def missing_reasons(proposal: Proposal, phenotype: str | None, new: NewDecision, *, contraindicated: bool) -> list[str]:
    """The fields of reasons that must not stay empty for this decision."""
    wanted = {
        "phenotype_reason": new.phenotype != phenotype,
        "reason": differs(proposal, new),
        "override_reason": contraindicated and new.way not in NOTHING_GIVEN,
    }
    return [field for field, holds in wanted.items() if holds and not getattr(new, field)]


def differs(proposal: Proposal, new: NewDecision) -> bool:
    """Whether the decision is another than the proposal; a proposal that says nothing is differed from."""
    return decided_by(proposal) != {name: getattr(new, name) for name in COMPARED}


def decided_by(proposal: Proposal) -> dict[str, Any]:
    """The proposal in the names and words of a decision."""
    return {
        "way": proposal.way or "",
        "pace": proposal.pace or "",
        "steps": proposal.steps,
        "place": proposal.where or "",
        "first_bag_dilution": proposal.first_bag_dilution,
    }


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
    row.document = _document(row, gathered, new)
    row.sha256 = digest_of(row.document)
    return row


def _document(row: Assessment, gathered: Gathered, new: NewDecision) -> str:
    judged = gathered.judged
    return text_of(
        {
            "meaning": _("I have assessed this reaction and decide how the drug may be given from here on."),
            "signed_by": row.recorded_by.username,
            "signed_name": row.recorded_by.full_name,
            "signed_at": row.recorded_at,
            "patient": row.patient.code,
            "culprit": row.culprit,
            "reaction": gathered.reaction.case_key,
            "number": row.number,
            "rests_on": [vars(each) for each in gathered.facts],
            "inputs": {"material": kept(judged.material), "limits": kept(judged.limits)},
            "verdicts": {name: kept(getattr(judged, name)) for name in VERDICTS},
            "decision": vars(new),
            "version": VERSION,
        }
    )


VERDICTS = ("tryptase", "interleukin", "phenotype", "naranjo", "contraindications", "anaphylaxis", "risk", "proposal")


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
