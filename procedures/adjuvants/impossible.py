"""What cannot be, of an adjuvant medicine as it was entered. The forms and the services ask."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from procedures.adjuvants.entered import About, NewDose, NewPlan
from procedures.choices import Adjuvant, DayPrecision
from reactions.recording.impossible import Problem

#: Past this interval nobody maintains anything (days).
LONGEST_INTERVAL = 365


def dose_problems(new: NewDose, *, born: date, today: date) -> list[Problem]:
    """Everything of a dose that cannot be; empty where all is possible."""
    return [*_about(new), *_day("given_on", new.given_on, new.given_precision, born), *_dose(new, today)]


def plan_problems(new: NewPlan, *, born: date) -> list[Problem]:
    """Everything of a plan that cannot be."""
    return [*_about(new), *_day("from_on", new.from_on, new.from_precision, born), *_plan(new)]


def _about(new: About) -> Iterator[Problem]:
    if not new.culprit:
        yield Problem(field="culprit", text=_("Type the drug whose desensitization it is given for."))
    if new.adjuvant == Adjuvant.OTHER and not new.other_name:
        yield Problem(field="other_name", text=_("Type the name of the medicine."))
    if new.adjuvant != Adjuvant.OTHER and new.other_name:
        yield Problem(field="other_name", text=_("The medicine is chosen already. Leave this empty."))


def _day(field: str, day: date, precision: str, born: date) -> Iterator[Problem]:
    first = {DayPrecision.YEAR: born.replace(month=1, day=1), DayPrecision.MONTH: born.replace(day=1)}
    if day < first.get(DayPrecision(precision), born):
        yield Problem(field=field, text=_("This lies before the birth date."))


def _dose(new: NewDose, today: date) -> Iterator[Problem]:
    if new.given_on > today:
        yield Problem(field="given_on", text=_("This lies in the future. A dose is recorded when it was given."))
    if new.dose is not None and new.dose <= 0:
        yield Problem(field="dose", text=_("A dose is above zero. Leave it empty if it is not known."))


def _plan(new: NewPlan) -> Iterator[Problem]:
    if new.stopped:
        if not new.reason:
            yield Problem(field="reason", text=_("Type why it was stopped."))
        if new.interval_days is not None:
            yield Problem(field="interval_days", text=_("What is stopped has no interval. Leave this empty."))
    elif new.interval_days is None:
        yield Problem(field="interval_days", text=_("Type the days between two doses."))
    elif not 1 <= new.interval_days <= LONGEST_INTERVAL:
        yield Problem(field="interval_days", text=_("Type a whole number of days from 1 to 365."))
