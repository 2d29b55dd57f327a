"""What the rules say of a procedure as it was entered, in words, for the form and for the pages."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity, convert
from desens.numbers.sentences import figures_kept
from drugs.names import drug_key
from procedures.choices import DayPrecision
from procedures.recording.entered import NewEnding, NewProcedure
from procedures.recording.setting import Setting
from procedures.rules.facts import Facts, Happened
from procedures.rules.impossible import Problem
from procedures.rules.messages import MESSAGES


def facts_of(new: NewProcedure, happened: Sequence[Happened], setting: Setting, *, entry_key: UUID | None) -> Facts:
    """Everything the rules read. At most four queries."""
    given, ending, sheet = new.particulars, new.ending, setting.sheet
    planned = None if given.planned_dose is None else Quantity.of(given.planned_dose, given.planned_dose_unit)
    on_the_day = given.day_precision == DayPrecision.DAY
    return Facts(
        born=setting.patient.birth_date,
        now=setting.now,
        today=timezone.localdate(setting.now),
        first_day=given.day,
        last_day=last_day(given.day, given.day_precision),
        started_at=given.started_at,
        steps=given.steps,
        rows=len(sheet.steps) or None if sheet else None,
        planned=planned.value if planned else None,
        held=sheet.held if sheet else None,
        delivered=_delivered(ending, planned),
        none_premedicated=given.none_premedicated,
        happened=tuple(happened),
        planned_on=sheet.planned_on if sheet and not sheet.by_day else None,
        in_force=sheet is None or sheet.in_force,
        alike=setting.alike(drug_key(new.culprit), given.day, entry_key) if on_the_day else 0,
        grades=setting.grades(),
        **_how_it_ended(ending),
    )


def last_day(day: date, precision: str) -> date:
    """The last day of the day, month or year that is known."""
    if precision == DayPrecision.YEAR:
        return day.replace(month=12, day=31)
    return day.replace(day=monthrange(day.year, day.month)[1]) if precision == DayPrecision.MONTH else day


def problem_text(problem: Problem) -> str:
    """What is wrong, in the reader's language."""
    return figures_kept(_(MESSAGES[problem.code]) % dict(problem.values))


def doubt_texts(codes: Iterable[str]) -> list[str]:
    """What does not fit, in the reader's language."""
    return [figures_kept(_(MESSAGES[code])) for code in codes]


def _delivered(ending: NewEnding | None, planned: Quantity | None) -> Fraction | None:
    """The entered total in the unit of the planned dose; None where they cannot be compared."""
    if ending is None or ending.delivered is None or planned is None:
        return None
    try:
        return convert(Quantity.of(ending.delivered, ending.delivered_unit), planned.unit).value
    except (KeyError, ValueError):
        return None


def _how_it_ended(ending: NewEnding | None) -> dict[str, Any]:
    if ending is None:
        return {}
    names = ("outcome", "last_step", "stopped_by", "reason")
    return {name: getattr(ending, name) for name in names}
