"""Parts of a case as the pages show them: what was given, and each scale with its decision."""

from dataclasses import dataclass

from reactions.models import GradeDecision, TreatmentGiven
from reactions.recording.proposing import Proposal
from reactions.recording.scales import grade_text


@dataclass(frozen=True, kw_only=True)
class ShownTreatment:
    """A row of treatment with its name."""

    row: TreatmentGiven
    name: str


@dataclass(frozen=True, kw_only=True)
class ShownGrade:
    """What a scale says today, and what was decided on it, if anything was."""

    proposal: Proposal
    decision: GradeDecision | None

    @property
    def decided_text(self) -> str:
        """The decided grade in a word."""
        return grade_text(self.proposal.scale, self.decision.decided) if self.decision else ""

    @property
    def proposed_text(self) -> str:
        """What was proposed when it was decided."""
        return grade_text(self.proposal.scale, self.decision.proposed) if self.decision else ""

    @property
    def proposal_changed(self) -> bool:
        """Whether the rules or the unit's settings say something else since."""
        return self.decision is not None and self.decision.proposed != self.proposal.grade
