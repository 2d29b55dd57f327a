"""Minutes between two times, exact."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

_MINUTE = 60_000_000


def minutes_after(first_start: datetime, at: datetime) -> Fraction:
    """The minutes from the first start, below zero before it; both times with their zone.

    Subtracted in UTC: Python subtracts two times of one zone as they are shown, an hour wrong across a change of the
    clock. ValueError for a time without its zone.
    """
    if first_start.tzinfo is None or at.tzinfo is None:
        raise ValueError("a time with its zone")
    return Fraction((at.astimezone(UTC) - first_start.astimezone(UTC)) // timedelta(microseconds=1), _MINUTE)
