"""What stands in each column of an export. Identity columns are left out for who may not see identity.

So is free text (a reason, a note), which may name a person. An empty figure is "not recorded".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desens.numbers.quantity import Quantity
from desens.numbers.write import plain_text
from desens.pages.times import date_text
from procedures.choices import StoppedBy
from procedures.models import Ending
from protocols.models import Place
from reactions.assessment_choices import Phenotype
from review.department.shown import adjuvant_text, age_of, outcome_text

NOT_RECORDED = _("not recorded")


@dataclass(frozen=True, kw_only=True)
class Told:
    """One procedure for an export: its facts, its ending if it has one, how many reactions stand."""

    row: Any
    ending: Ending | None
    reactions: int


@dataclass(frozen=True, kw_only=True)
class Column:
    """`cell` gives the text; `is_figure`: a plain number or nothing; `identity`: only for who may see identity."""

    head: Promise
    cell: Callable[[Told], str]
    is_figure: bool = False
    identity: bool = False


def columns(*, with_identity: bool) -> Sequence[Column]:
    """The columns in their order."""
    return [each for each in COLUMNS if with_identity or not each.identity]


def _figure(value: Any) -> str:
    return "" if value is None else plain_text(value)


def _of_ending(name: str) -> Callable[[Told], str]:
    return lambda told: _figure(getattr(told.ending, name, None))


def _unit(quantity: Quantity | None) -> str:
    return quantity.unit_text if quantity else ""


def _stopped_by(told: Told) -> str:
    by = told.ending.stopped_by if told.ending else ""
    return str(StoppedBy(by).label) if by else ""


def _reaction_count(told: Told) -> str:
    """Nothing where neither a reaction nor an outcome is recorded."""
    return str(told.reactions) if told.reactions or told.row.outcome == "tolerated" else ""


COLUMNS = (
    Column(head=_("procedure"), cell=lambda told: told.row.procedure.code),
    Column(head=_("patient"), cell=lambda told: told.row.procedure.patient.code),
    Column(head=_("family name"), cell=lambda told: told.row.procedure.patient.family_name, identity=True),
    Column(head=_("given name"), cell=lambda told: told.row.procedure.patient.given_name, identity=True),
    Column(head=_("birth date"), cell=lambda told: date_text(told.row.procedure.patient.birth_date), identity=True),
    Column(head=_("hospital number"), cell=lambda told: told.row.procedure.patient.hospital_number, identity=True),
    Column(head=_("sex"), cell=lambda told: told.row.procedure.patient.sex),
    Column(head=_("age in years on that day"), cell=lambda told: str(age_of(told.row)), is_figure=True),
    Column(head=_("drug"), cell=lambda told: told.row.procedure.culprit),
    Column(head=_("date"), cell=lambda told: told.row.day_text),
    Column(head=_("cycle"), cell=lambda told: _figure(told.row.cycle_number), is_figure=True),
    Column(head=_("place"), cell=lambda told: str(Place(told.row.place).label if told.row.place else NOT_RECORDED)),
    Column(head=_("steps"), cell=lambda told: _figure(told.row.steps), is_figure=True),
    Column(head=_("bags"), cell=lambda told: _figure(told.row.bags), is_figure=True),
    Column(head=_("planned dose"), cell=lambda told: _figure(told.row.planned_dose), is_figure=True),
    Column(head=_("unit of the planned dose"), cell=lambda told: _unit(told.row.planned)),
    Column(head=_("outcome"), cell=lambda told: outcome_text(told.row.outcome)),
    Column(head=_("last step"), cell=_of_ending("last_step"), is_figure=True),
    Column(
        head=_("stopped by"),
        cell=lambda told: (
            str(StoppedBy(told.ending.stopped_by).label) if told.ending and told.ending.stopped_by else ""
        ),
    ),
    Column(head=_("reason"), cell=lambda told: told.ending.reason if told.ending else "", identity=True),
    Column(head=_("dose entered as delivered"), cell=_of_ending("delivered"), is_figure=True),
    Column(head=_("unit of the delivered dose"), cell=lambda told: _unit(told.ending.dose) if told.ending else ""),
    Column(head=_("breakthrough reactions"), cell=_reaction_count, is_figure=True),
    Column(head=_("worst Brown grade"), cell=lambda told: _figure(told.row.grade), is_figure=True),
    Column(
        head=_("phenotype"),
        cell=lambda told: str(Phenotype(told.row.phenotype).label if told.row.phenotype else NOT_RECORDED),
    ),
    Column(head=_("adjuvant"), cell=lambda told: adjuvant_text(told.row)),
)
