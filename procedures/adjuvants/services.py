"""Every write of an adjuvant medicine: the row and its audit event together, and once."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from desens.access.models import User
from drugs.names import drug_key
from patients.inserting import insert_entry
from patients.keeping_services import mark_in_error
from patients.models import Patient
from procedures.adjuvants.entered import NewDose, NewPlan
from procedures.adjuvants.impossible import dose_problems, plan_problems
from procedures.models import AdjuvantDose, AdjuvantPlan
from reactions.recording.impossible import Problem


class ImpossibleAdjuvantError(ValueError):
    """Something of it cannot be; nothing was kept."""

    def __init__(self, found: list[Problem]) -> None:
        super().__init__("; ".join(problem.text for problem in found))
        self.problems = found


def record_dose(*, patient: Patient, new: NewDose, entry_key: UUID, by: User, at: datetime) -> AdjuvantDose:
    """Keep a dose that was given; ImpossibleAdjuvantError."""
    _require(dose_problems(new, born=patient.birth_date, today=timezone.localdate(at)))
    row = AdjuvantDose(
        patient=patient,
        **new.columns(),
        culprit_key=drug_key(new.culprit),
        entry_key=entry_key,
        recorded_by=by,
        recorded_at=at,
    )
    return insert_entry(row, action="recorded adjuvant dose", after=new.columns())


def record_plan(*, patient: Patient, new: NewPlan, entry_key: UUID, by: User, at: datetime) -> AdjuvantPlan:
    """Keep how it goes on, or that it was stopped and why; ImpossibleAdjuvantError."""
    _require(plan_problems(new, born=patient.birth_date))
    row = AdjuvantPlan(
        patient=patient,
        **new.columns(),
        culprit_key=drug_key(new.culprit),
        entry_key=entry_key,
        recorded_by=by,
        recorded_at=at,
    )
    return insert_entry(row, action="stopped adjuvant" if new.stopped else "planned adjuvant", after=new.columns())


def mark_adjuvant_in_error(
    *, entry: AdjuvantDose | AdjuvantPlan, reason: str, entry_key: UUID, by: User, at: datetime
) -> None:
    """Say that a dose or a plan was a mistake: it stays, struck. InErrorAlreadyError names who was first."""
    mark_in_error(entry=entry, reason=reason, entry_key=entry_key, by=by, at=at)


def _require(found: list[Problem]) -> None:
    if found:
        raise ImpossibleAdjuvantError(found)
