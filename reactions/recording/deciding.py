"""A grade as a person decides it, beside what the rules propose at that moment."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import SuspiciousOperation

from desens.access.models import User
from desens.audit.recording import recording
from desens.unit.selectors import current
from patients.inserting import insert_entry
from patients.models import Patient
from patients.person import records_of
from reactions.models import GradeDecision, Reaction
from reactions.observing import observed_of
from reactions.recording.entered import NewDecision
from reactions.recording.proposing import proposal_of


class ReasonMissingError(ValueError):
    """A grade other than the proposed one needs a reason."""


def decide_grade(
    *, patient: Patient, reaction: Reaction, new: NewDecision, entry_key: UUID, by: User, at: datetime
) -> GradeDecision:
    """Keep a grade beside what the rules propose; the newest of a scale holds. ReasonMissingError."""
    if reaction.patient_id not in records_of(patient).ids:
        raise SuspiciousOperation("a reaction of another patient")
    with recording(by=by, at=at):
        return decide(reaction, new, entry_key=entry_key, by=by, at=at)


def decide(reaction: Reaction, new: NewDecision, *, entry_key: UUID, by: User, at: datetime) -> GradeDecision:
    """The same within a recording of its own reaction."""
    proposed = proposal_of(new.scale, observed_of(reaction), unit=current())
    if proposed.grade != new.decided and not new.reason:
        raise ReasonMissingError
    row = GradeDecision(
        reaction=reaction,
        scale=new.scale,
        proposed=proposed.grade,
        because="; ".join(proposed.because_texts),
        source=proposed.source,
        decided=new.decided,
        reason=new.reason,
        patient=reaction.patient,
        entry_key=entry_key,
        recorded_by=by,
        recorded_at=at,
    )
    kept = ("scale", "proposed", "because", "source", "decided", "reason")
    after = {name: getattr(row, name) for name in kept} | {"reaction": str(reaction.entry_key)}
    return insert_entry(row, action="decided grade", after=after)
