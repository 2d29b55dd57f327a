"""Times as people remember them: a year, a month or a day, perhaps with the clock (local time, 24 hours)."""

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from reactions.choices import StartPrecision

_DAY = re.compile(r"([0-9]{4})(?:-?([0-9]{2})(?:-?([0-9]{2}))?)?", re.ASCII)
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):?([0-5][0-9])", re.ASCII)


class NoSuchDayError(ValueError):
    """The digits are a date's, but the calendar has no such day."""


def read_day(text: str) -> tuple[date, StartPrecision]:
    """2008, 2008-05, 2008-05-03 or 20080503 as its first day, and how exactly that is known.

    Raises NoSuchDayError for 2026-02-30, ValueError for what is no date.
    """
    found = _DAY.fullmatch(text)
    if found is None:
        raise ValueError(text)
    year, month, day = found.groups()
    precision = StartPrecision.DAY if day else StartPrecision.MONTH if month else StartPrecision.YEAR
    try:
        return date(int(year), int(month or 1), int(day or 1)), precision
    except ValueError:
        raise NoSuchDayError(text) from None


def read_clock(text: str) -> time:
    """10:05, 9:05 or 1005; ValueError for anything else."""
    found = _CLOCK.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return time(int(found[1]), int(found[2]))


def at_clock(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The moment of a wall clock; of an hour that the clock repeats, the first; ValueError where it skips the hour."""
    moment = datetime.combine(day, clock, tzinfo=zone)
    if moment.astimezone(ZoneInfo("UTC")).astimezone(zone).replace(fold=0) != moment:
        raise ValueError("the clock skips this time")
    return moment
