"""One row of the department's list, as far as the viewer may see who it is."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from desens.access.models import User
from patients.rules.age import age_in_years
from patients.selectors import PatientRow, row_values
from procedures.choices import Adjuvant, Outcome
from reactions.assessment_choices import Phenotype


@dataclass(frozen=True, kw_only=True)
class ShownProcedure:
    """One desensitization: of whom (`age_years` on its day), when, with what, and what became of it, in words."""

    patient: PatientRow
    address: str
    history: str
    drug: str
    day: str
    cycle: int | None
    protocol: str
    outcome: str
    reaction: str
    phenotype: str
    adjuvant: str


def shown(row: Any, *, viewer: User) -> ShownProcedure:
    """A row of facts.procedures with its patient."""
    patient = row.procedure.patient
    return ShownProcedure(
        patient=PatientRow(**row_values(patient, viewer=viewer, on=row.day)),
        address=reverse("procedure", args=[patient.code, row.procedure.code]),
        history=reverse("history", args=[patient.code]),
        drug=row.procedure.culprit,
        day=row.day_text,
        cycle=row.cycle_number,
        protocol=protocol_text(row),
        outcome=outcome_text(row.outcome),
        reaction=reaction_text(row),
        phenotype=str(Phenotype(row.phenotype).label) if row.phenotype else _("not assessed"),
        adjuvant=adjuvant_text(row),
    )


def age_of(row: Any) -> int:
    """Completed years of the patient on the day of the procedure."""
    return age_in_years(born=row.procedure.patient.birth_date, on=row.day)


def protocol_text(row: Any) -> str:
    """Steps and bags, as far as they are recorded."""
    if row.steps is None:
        return _("not recorded")
    if row.bags is None:
        return _("%(steps)s steps") % {"steps": row.steps}
    return _("%(steps)s steps, %(bags)s bags") % {"steps": row.steps, "bags": row.bags}


def outcome_text(outcome: str) -> str:
    """How it ended."""
    return str(Outcome(outcome).label) if outcome else _("not recorded")


def reaction_text(row: Any) -> str:
    """The worst grade, that nobody graded it, none where the outcome says so, else not recorded (wanted.GRADES)."""
    if row.reacted:
        return _("not graded") if row.grade is None else _("grade %(grade)s") % {"grade": row.grade}
    return _("none") if row.outcome == Outcome.TOLERATED else _("not recorded")


def adjuvant_text(row: Any) -> str:
    """What was under way on the day."""
    named = [Adjuvant.OMALIZUMAB.label] * row.omalizumab + [Adjuvant.OTHER.label] * row.other_adjuvant
    return ", ".join(map(str, named)) or _("none recorded")
