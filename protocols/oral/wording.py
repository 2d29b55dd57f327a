"""The words of an oral plan: what is wrong in a cell, and where."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from protocols.plan.cells import CellError
from protocols.plan.wording import MESSAGES as PLAN_MESSAGES

MESSAGES: Mapping[str, Promise | str] = {
    **PLAN_MESSAGES,
    "too_many": gettext_lazy("Type at most 20 strengths, with a semicolon between them."),
    "no_day": gettext_lazy("Type a day: a whole number from 1 to %(most)s. A calendar holds a year at most."),
    "ends_before": gettext_lazy("The last day is before day %(first)s, the first."),
    "from_one": gettext_lazy("The first phase begins on day 1."),
    "follows": gettext_lazy("The phase above ends the day before day %(day)s: begin on that day."),
    "open_last": gettext_lazy("Type a last day: only the last phase can go on."),
    "either": gettext_lazy("Give a dose and how often a day, or doses at times of the day, not both."),
    "no_times": gettext_lazy("Type how often a day: 1, 2, 3 or 4."),
    "no_minutes": gettext_lazy("Type whole minutes, from 1 to 9999."),
    "no_interval": gettext_lazy("Type the minutes after the dose above, or an interval for all."),
    "first_has_none": gettext_lazy("Nothing comes before the first dose: leave this empty."),
    "which_solution": gettext_lazy("A volume is measured from a solution: choose which."),
    "volume_or_dose": gettext_lazy("Give a volume of a solution, or a dose."),
    "disagree_dose": gettext_lazy("Volume and dose do not fit together. Leave one of them empty."),
}
KINDS = {
    "head": gettext_lazy("%(part)s"),
    "phase": gettext_lazy("Phase %(number)s, %(part)s"),
    "solution": gettext_lazy("Solution %(number)s, %(part)s"),
    "dose": gettext_lazy("Dose %(number)s, %(part)s"),
}
PARTS = {
    "target": gettext_lazy("target dose"),
    "strengths": gettext_lazy("marketed strengths"),
    "interval": gettext_lazy("minutes between doses"),
    "first": gettext_lazy("from day"),
    "last": gettext_lazy("to day"),
    "dose": gettext_lazy("dose"),
    "times": gettext_lazy("times a day"),
    "morning": gettext_lazy("morning"),
    "noon": gettext_lazy("noon"),
    "evening": gettext_lazy("evening"),
    "night": gettext_lazy("night"),
    "concentration": gettext_lazy("amount per mL"),
    "volume": gettext_lazy("volume"),
    "solution": gettext_lazy("solution"),
    "minutes": gettext_lazy("minutes after"),
}
#: Heads of columns that say more than the name of a place.
HEADS = {
    "volume": gettext_lazy("volume, mL"),
    "minutes": gettext_lazy("minutes after the dose above"),
}


def sentence(error: CellError) -> str:
    """What is wrong in a cell."""
    return str(MESSAGES[error.code]) % dict(error.values)


def told(errors: Iterable[CellError]) -> tuple[tuple[str, str], ...]:
    """(place, sentence) of every error."""
    return tuple((place(error.cell), sentence(error)) for error in errors)


def place(cell: str) -> str:
    """Where it is wrong: "Phase 3, to day"."""
    kind, number, part = cell.split("-")
    return str(KINDS[kind]) % {"number": number, "part": PARTS[part]}
