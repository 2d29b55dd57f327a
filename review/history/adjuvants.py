"""The adjuvant doses before a desensitization: which, and how many days before it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from procedures.adjuvants.counting import before_next
from procedures.adjuvants.shown import known
from procedures.models import AdjuvantDose
from review.history.gathering import Recorded
from review.history.words import number


@dataclass(frozen=True, kw_only=True)
class Before:
    """A dose before the desensitization it leads to; `days` 0 on the very day."""

    dose: AdjuvantDose
    days: int


def before_each(procedures: Sequence[Recorded], doses: Iterable[AdjuvantDose]) -> dict[int, tuple[Before, ...]]:
    """By procedure, from the first to the last, the doses that lead to it, as far as the days can be counted."""
    days = [known(one.particulars.day, one.particulars.day_precision) for one in procedures]
    keys = {one.particulars.known_day: one.row.pk for one in reversed(procedures)}
    found: dict[int, tuple[Before, ...]] = {}
    for dose in doses:
        counted = before_next(known(dose.given_on, dose.given_precision), days)
        if counted.days is not None:
            key = keys[dose.given_on + timedelta(days=counted.days)]
            found[key] = (*found.get(key, ()), Before(dose=dose, days=counted.days))
    return found


def before_text(doses: Iterable[Before]) -> str:
    """`omalizumab 300 mg 14 and 7 days before`; "" where none was recorded."""
    ordered = sorted(doses, key=lambda each: (_what(each), -each.days))
    return "; ".join(_of_one(what, list(group)) for what, group in groupby(ordered, key=_what))


def _what(before: Before) -> str:
    dose = before.dose.quantity
    return before.dose.name if dose is None else f"{before.dose.name} {dose}"


def _of_one(what: str, doses: Sequence[Before]) -> str:
    numbers = [number(each.days) for each in doses]
    said = {"what": what, "days": numbers[0]}
    if len(numbers) == 1:
        return ngettext("%(what)s %(days)s\u00a0day before", "%(what)s %(days)s\u00a0days before", doses[0].days) % said
    said["days"] = _("%(first)s and %(last)s") % {"first": ", ".join(numbers[:-1]), "last": numbers[-1]}
    return _("%(what)s %(days)s\u00a0days before") % said
