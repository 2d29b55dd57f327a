"""What is asked of the department, and the procedures that answer it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from desens.records.plans import judged_row_by_row
from drugs.all_names import keys_of_name
from procedures.choices import Outcome
from reactions.assessment_choices import Phenotype
from review.department.facts import procedures

NOT_RECORDED = "not recorded"
#: A condition by the word of its choice, and the words of the choice as part of the page's sentence.
Choice = tuple[str, Any, Q]

OUTCOMES: tuple[Choice, ...] = (
    *((each.value, each.label, Q(outcome=each.value)) for each in Outcome),
    (NOT_RECORDED, _("outcome not recorded"), Q(outcome="")),
)
#: There was a reaction where one is tied to the procedure or its outcome says so, none where it was tolerated and none
#: is tied; of everything else nobody knows.
GRADES: tuple[Choice, ...] = (
    ("any", _("with a breakthrough reaction"), Q(reacted=True)),
    ("1", _("with a reaction of grade 1 at worst"), Q(reacted=True, grade=1)),
    ("2", _("with a reaction of grade 2 at worst"), Q(reacted=True, grade=2)),
    ("3", _("with a reaction of grade 3 at worst"), Q(reacted=True, grade=3)),
    ("not graded", _("with a reaction that nobody graded"), Q(reacted=True, grade=None)),
    ("none", _("without a reaction"), Q(reacted=False, outcome=Outcome.TOLERATED)),
    (NOT_RECORDED, _("reaction not recorded"), Q(reacted=False) & ~Q(outcome=Outcome.TOLERATED)),
)
PHENOTYPES: tuple[Choice, ...] = (
    *((each.value, each.label, Q(phenotype=each.value)) for each in Phenotype),
    (NOT_RECORDED, _("phenotype not assessed"), Q(phenotype="")),
)
ADJUVANTS: tuple[Choice, ...] = (
    ("omalizumab", _("with omalizumab"), Q(omalizumab=True)),
    ("other", _("with another adjuvant"), Q(other_adjuvant=True)),
    (NOT_RECORDED, _("no adjuvant recorded"), Q(omalizumab=False, other_adjuvant=False)),
)
ASKED: Mapping[str, tuple[Choice, ...]] = {
    "grade": GRADES,
    "phenotype": PHENOTYPES,
    "outcome": OUTCOMES,
    "adjuvant": ADJUVANTS,
}


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is asked for; "" and None ask for all. A drug goes by any of its names; days are included."""

    drug: str = ""
    since: date | None = None
    until: date | None = None
    outcome: str = ""
    grade: str = ""
    phenotype: str = ""
    adjuvant: str = ""

    @cached_property
    def drug_keys(self) -> Sequence[str]:
        """Every name of the drug asked for, read once. Two queries."""
        return sorted(keys_of_name(self.drug))

    def of_drug(self, path: str = "") -> Q:
        """The condition on a procedure, from a row that reaches it by the `path`."""
        return Q(**{f"{path}culprit_key__in": self.drug_keys}) if self.drug else Q()


def answering(wanted: Wanted) -> QuerySet[Any]:
    """The procedures asked for, with their facts (facts.procedures)."""
    rows = procedures().filter(wanted.of_drug("procedure__"))
    if wanted.since:
        rows = rows.filter(day__gte=wanted.since)
    if wanted.until:
        rows = rows.filter(day__lte=wanted.until)
    for name in ASKED:
        condition = chosen(wanted, name)
        rows = rows.filter(judged_row_by_row(condition[2])) if condition else rows
    return rows


def chosen(wanted: Wanted, name: str) -> Choice | None:
    """The choice made of this question, or None for all."""
    return next((each for each in ASKED[name] if each[0] == getattr(wanted, name)), None)
