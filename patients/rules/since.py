"""Days known in part: a year, a month or a day, as ISO 8601 writes them: 2017, 2017-05, 2017-05-03."""

import re
from datetime import date

_SINCE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)


def since_problem(text: str, *, today: date) -> str | None:
    """Why a text is no past day known in part: `not_a_date`, `no_such_day`, `in_the_future`, or None."""
    found = _SINCE.fullmatch(text)
    if found is None:
        return "not_a_date"
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        return "no_such_day"
    return "in_the_future" if text > today.isoformat()[: len(text)] else None
