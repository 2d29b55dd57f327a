"""Every write of a breakthrough: the reaction, its tie to the procedure, and their audit events together, and once."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid5

from django.core.exceptions import SuspiciousOperation
from django.db import IntegrityError

from desens.access.models import User
from desens.audit.recording import recording
from patients.keeping_services import mark_row_in_error
from patients.person import records_of
from procedures.breakthroughs.course import Course, course_of
from procedures.breakthroughs.entered import NewBreakthrough, NewTie
from procedures.breakthroughs.impossible import problems, problems_between
from procedures.breakthroughs.inserting import CorrectedAlreadyError, TiedAlreadyError, insert_tie, last_of
from procedures.choices import DoneNext
from procedures.models import Breakthrough, Procedure
from reactions.choices import Administration, Occasion
from reactions.models import Reaction
from reactions.recording.entered import NewReaction
from reactions.recording.impossible import Problem
from reactions.recording.services import record_reaction

#: What became of the infusion, as a reaction says it, of what was done next.
ADMINISTRATION = {
    DoneNext.CONTINUED.value: Administration.CONTINUED.value,
    DoneNext.PAUSED.value: Administration.RESUMED.value,
    DoneNext.STEPPED_BACK.value: Administration.RESUMED.value,
    DoneNext.STOPPED.value: Administration.STOPPED.value,
    DoneNext.ENDED_BEFORE.value: Administration.COMPLETED.value,
}


class ImpossibleTieError(ValueError):
    """Something of the place cannot be; `problems` say what. Nothing was kept."""

    def __init__(self, found: list[Problem]) -> None:
        super().__init__("; ".join(problem.text for problem in found))
        self.problems = found


def record_breakthrough(
    *, procedure: Procedure, new: NewBreakthrough, entry_key: UUID, by: User, at: datetime
) -> Breakthrough:
    """Keep a reaction of the procedure, and where in it it came; the reaction bears the form's own key.

    Its occasion, step and number of steps are the tie's and the procedure's, whatever `new.reaction` says. Raises
    ImpossibleTieError, and what `record_reaction` raises; then nothing is kept.
    """
    course = course_of(procedure)
    reaction = as_breakthrough(new.reaction, new.tie, course)
    _require_possible(Reaction(**reaction.columns()), procedure, new.tie, course, at)
    with recording(by=by, at=at):
        stored = record_reaction(
            patient=procedure.patient, new=reaction, decision=new.decision, entry_key=entry_key, by=by, at=at
        )
        row = _row(procedure, stored, new.tie, entry_key=uuid5(entry_key, "tie"), by=by, at=at)
        return insert_tie(row, action="recorded breakthrough", after=new.in_full())


def tie_reaction(
    *, procedure: Procedure, reaction: Reaction, tie: NewTie, entry_key: UUID, by: User, at: datetime
) -> Breakthrough:
    """Say of a reaction that is recorded already where in the procedure it came.

    Raises ImpossibleTieError; TiedAlreadyError where it is tied; SuspiciousOperation for another person's reaction.
    """
    if reaction.patient_id not in records_of(procedure.patient).ids:
        raise SuspiciousOperation("a reaction of another patient")
    _require_possible(reaction, procedure, tie, course_of(procedure), at)
    row = _row(procedure, reaction, tie, entry_key=entry_key, by=by, at=at)
    row.corrects = last_of(reaction.case_key, entry_key)
    try:
        return insert_tie(row, action="tied reaction", after=tie.columns())
    except IntegrityError:
        first = last_of(reaction.case_key, entry_key)
        if first is None:
            raise
        raise TiedAlreadyError(first) from None


def correct_tie(
    *, corrects: Breakthrough, reaction: Reaction, tie: NewTie, entry_key: UUID, by: User, at: datetime
) -> Breakthrough:
    """Say anew where it came; `reaction` is the row of its case that stands.

    Raises ImpossibleTieError; CorrectedAlreadyError where somebody corrected it or marked it meanwhile.
    """
    if reaction.case_key != corrects.reaction_case:
        raise SuspiciousOperation("the tie of another reaction")
    procedure = corrects.procedure
    _require_possible(reaction, procedure, tie, course_of(procedure), at)
    row = _row(procedure, reaction, tie, entry_key=entry_key, by=by, at=at)
    row.corrects = corrects
    try:
        with recording(by=by, at=at):
            stored = insert_tie(row, action="corrected breakthrough", after=tie.columns())
            if stored is row and hasattr(corrects, "error"):
                raise CorrectedAlreadyError
            return stored
    except IntegrityError:
        if Breakthrough.objects.filter(corrects=corrects).exists():
            raise CorrectedAlreadyError from None
        raise


def mark_tie_in_error(*, tie: Breakthrough, reason: str, entry_key: UUID, by: User, at: datetime) -> None:
    """Say that the tie was a mistake; the reaction itself stands. InErrorAlreadyError names who was first."""
    patient = tie.procedure.patient
    mark_row_in_error(entry=tie, patient=patient, reason=reason, entry_key=entry_key, by=by, at=at)


def as_breakthrough(new: NewReaction, tie: NewTie, course: Course) -> NewReaction:
    """The reaction as it is kept: during a desensitization, at the tie's step of the procedure's steps.

    What became of the infusion follows from what was done next, where the reaction does not say it itself.
    """
    done = DoneNext.ENDED_BEFORE.value if tie.late else tie.done_next
    return replace(
        new,
        occasion=Occasion.DESENSITIZATION.value,
        step=tie.step,
        protocol_steps=course.steps or new.protocol_steps,
        administration=new.administration or ADMINISTRATION.get(done, ""),
    )


def _require_possible(reaction: Reaction, procedure: Procedure, tie: NewTie, course: Course, at: datetime) -> None:
    if hasattr(procedure, "error"):
        raise SuspiciousOperation("a procedure that was entered in error")
    found = [*problems(tie, course=course, now=at), *problems_between(reaction, tie=tie, course=course)]
    if found:
        raise ImpossibleTieError(found)


def _row(
    procedure: Procedure, reaction: Reaction, tie: NewTie, *, entry_key: UUID, by: User, at: datetime
) -> Breakthrough:
    return Breakthrough(
        procedure=procedure,
        reaction_case=reaction.case_key,
        **tie.columns(),
        entry_key=entry_key,
        recorded_by=by,
        recorded_at=at,
    )
