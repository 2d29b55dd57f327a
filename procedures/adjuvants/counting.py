"""How many days before the next desensitization a dose was given. Pure: dates in, a number or why there is none out.

No rule of medicine: a difference of calendar dates, as the published courses count ("14 and 3 days before").
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class KnownDay:
    """A date as far as it is known: it lies from `first` to `last`, both included."""

    first: date
    last: date


@dataclass(frozen=True, kw_only=True)
class Before:
    """`days` before the next desensitization (0: on its day), or `why` there is no number."""

    days: int | None = None
    why: Literal["", "none-after", "dose-day", "next-day"] = ""


def before_next(given: KnownDay, procedures: Iterable[KnownDay]) -> Before:
    """Counted from the first of these procedures that is not before the dose; none where a day is not known."""
    after = [day for day in procedures if day.last >= given.first]
    if not after:
        return Before(why="none-after")
    if given.first != given.last:
        return Before(why="dose-day")
    known = [day.first for day in after if day.first == day.last]
    if not known:
        return Before(why="next-day")
    nearest = min(known)
    if any(day.first < nearest and day.first != day.last for day in after):
        return Before(why="next-day")
    return Before(days=(nearest - given.first).days)
