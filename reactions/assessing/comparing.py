"""A decision beside its proposal: whether it is another, and which reasons it needs."""

from typing import Any

from reactions.assessing.entered import NewDecision
from reactions.assessment_choices import Way
from reactions.rules.decision import Proposal

#: What of the decision is compared with the proposal.
COMPARED = ("way", "pace", "steps", "place", "first_bag_dilution")
NOTHING_GIVEN = (Way.CONTRAINDICATED, Way.AVOID)


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
