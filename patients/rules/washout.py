"""Whether a medicine has been stopped long enough before skin tests (clinical.md 4.3).

Sources conflict, so a medicine carries the least and the recommended days; the longer counts, and the histamine
control decides. The day of the last intake is day 0: a washout of 7 days after the 1st ends on the 8th.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class Enough:
    """The last intake lies at least `needed_days` back."""

    days: int
    needed_days: int


@dataclass(frozen=True, kw_only=True)
class TooShort:
    """The last intake lies less than `needed_days` back: tests count from `possible_from` on."""

    days: int
    needed_days: int
    possible_from: date


@dataclass(frozen=True, kw_only=True)
class StillTaken:
    """Too short, and without an end: `needed_days` begin with the last intake."""

    needed_days: int


@dataclass(frozen=True, kw_only=True)
class CannotCompute:
    """What is missing: the last intake, or an established number of days."""

    missing: Literal["last intake", "number of days"]


Washout = Enough | TooShort | StillTaken | CannotCompute


def washout(*, days: tuple[int, ...], last_intake: date | None, ongoing: bool, on: date) -> Washout:
    """The washout on a day, against the longest of `days`; no days means that no source gives a number.

    A last intake after `on` (recorded today, asked of yesterday) is too short by more than the washout.
    """
    if not days:
        return CannotCompute(missing="number of days")
    needed = max(days)
    if ongoing:
        return StillTaken(needed_days=needed)
    if last_intake is None:
        return CannotCompute(missing="last intake")
    since = (on - last_intake).days
    if since >= needed:
        return Enough(days=since, needed_days=needed)
    return TooShort(days=since, needed_days=needed, possible_from=last_intake + timedelta(days=needed))
