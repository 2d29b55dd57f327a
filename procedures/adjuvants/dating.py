"""The day of a dose, where people count it in days before a desensitization."""

from datetime import date, timedelta

from procedures.models import Particulars, Procedure


class DayUnknownError(ValueError):
    """The day of the procedure is not known, so nothing can be counted from it."""


def day_before(procedure: Procedure, days: int) -> date:
    """The date `days` days before the procedure (0: on its day); DayUnknownError, ValueError below 0. One query."""
    if days < 0:
        raise ValueError("days before are not below zero")
    particulars: Particulars = procedure.particulars_rows.order_by("-number")[0]
    day = particulars.known_day
    if day is None:
        raise DayUnknownError(procedure.code)
    return day - timedelta(days=days)
