"""A small department: procedures with what became of them, written down once as values and stored as rows."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import uuid4

from django.utils import timezone

from drugs.names import drug_key
from patients.keeping_services import join_records
from procedures.models import (
    AdjuvantDose,
    AdjuvantDoseInError,
    AdjuvantPlan,
    Breakthrough,
    BreakthroughInError,
    Ending,
    Particulars,
    Procedure,
    ProcedureInError,
)
from procedures.recording.entered import NewEnding, NewParticulars, NewProcedure
from procedures.recording.services import record_procedure
from reactions.models import ReactionInError
from tests.clinic import registered
from tests.reactions.assessing.records import assessment_row
from tests.reactions.recording.records import decision_row, reaction_row

AT = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Tie:
    """A breakthrough reaction: grades as decided one after the other (None: "no grade"), and whether it stands."""

    grades: tuple[int | None, ...] = (2,)
    state: str = "stands"


@dataclass(frozen=True, kw_only=True)
class Case:
    """One procedure: `days` and `outcomes` as they were recorded and corrected."""

    patient: int = 0
    drug: str = "oxaliplatin"
    days: tuple[date, ...] = (date(2026, 3, 2),)
    outcomes: tuple[str, ...] = ("tolerated",)
    ties: tuple[Tie, ...] = ()
    in_error: bool = False


@dataclass(frozen=True, kw_only=True)
class Decided:
    """A signed assessment."""

    patient: int = 0
    drug: str = "oxaliplatin"
    phenotype: str = "type I"


@dataclass(frozen=True, kw_only=True)
class Dose:
    """A dose of an adjuvant, and when it was stopped, if it was."""

    patient: int = 0
    drug: str = "oxaliplatin"
    adjuvant: str = "omalizumab"
    on: date = date(2026, 2, 20)
    stopped_on: date | None = None
    in_error: bool = False


def three_patients(by):
    """Records 0 and 1 are one person's; 2 is somebody else."""
    patients = [registered(by, hospital_number=uuid4().hex[:16], family_name=f"Fam{number}") for number in range(3)]
    join_records(
        leading=patients[0],
        joined=patients[1],
        reason="registered twice",
        entry_key=uuid4(),
        by=by,
        at=timezone.now(),
    )
    return patients


def by_whom(by):
    return {"entry_key": uuid4(), "recorded_by": by, "recorded_at": AT}


def marked(model, entry, by):
    model(entry=entry, reason="another patient", entry_key=uuid4(), marked_by=by, marked_at=AT).save()


def stored(case: Case, patients, by) -> Procedure:
    """The procedure, recorded by its service, and its corrections."""
    new = NewProcedure(
        culprit=case.drug,
        particulars=NewParticulars(day=case.days[0], steps=12, bags=3),
        ending=NewEnding(outcome=case.outcomes[0]) if case.outcomes else None,
    )
    row = record_procedure(patient=patients[case.patient], new=new, entry_key=uuid4(), by=by, at=AT)
    for number, day in enumerate(case.days[1:], 2):
        Particulars(procedure=row, number=number, day=day, day_precision="day", **by_whom(by)).save()
    for number, outcome in enumerate(case.outcomes[1:], 2):
        Ending(procedure=row, number=number, outcome=outcome, **by_whom(by)).save()
    for tie in case.ties:
        tied(tie, row, by)
    if case.in_error:
        marked(ProcedureInError, row, by)
    return row


def tied(tie: Tie, procedure: Procedure, by) -> None:
    """The reaction with its grades and the row that ties it."""
    reaction = reaction_row(procedure.patient, by, culprit=procedure.culprit)
    for number, grade in enumerate(tie.grades):
        scale = ("brown", "brown_taxanes")[number % 2]
        decision_row(reaction, by, scale=scale, proposed=grade, decided=grade)
    row = Breakthrough(procedure=procedure, reaction_case=reaction.case_key, step=9, **by_whom(by))
    row.save()
    if tie.state == "corrected":
        Breakthrough(procedure=procedure, reaction_case=reaction.case_key, corrects=row, **by_whom(by)).save()
    if tie.state == "tie in error":
        marked(BreakthroughInError, row, by)
    if tie.state == "reaction in error":
        marked(ReactionInError, reaction, by)


def decided(each: Decided, patients, by, number: int) -> None:
    """The signed assessment."""
    reaction = reaction_row(patients[each.patient], by, culprit=each.drug)
    assessment_row(reaction, by, number=number, phenotype=each.phenotype, phenotype_reason="as it was")


def dosed(each: Dose, patients, by) -> None:
    """The dose, and its stop."""
    other = "dexamethasone" if each.adjuvant == "other" else ""
    about = {"patient": patients[each.patient], "adjuvant": each.adjuvant, "other_name": other}
    culprit = {"culprit": each.drug, "culprit_key": drug_key(each.drug)}
    row = AdjuvantDose(**about, **culprit, given_on=each.on, given_precision="day", **by_whom(by))
    row.save()
    if each.stopped_on:
        stop = {"from_on": each.stopped_on, "from_precision": "day", "stopped": True, "reason": "tolerated"}
        AdjuvantPlan(**about, **culprit, **stop, **by_whom(by)).save()
    if each.in_error:
        marked(AdjuvantDoseInError, row, by)
