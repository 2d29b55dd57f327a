"""When a sample was taken, as it is typed: a day, and the clock (24 h) where somebody looked at it.

In autumn one hour comes twice: then the offset must be typed, such as 02:30+02:00. In spring one hour is skipped.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from desens.pages.times import is_repeated

_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])(?::?([0-5][0-9]))(?: ?\(?(?:UTC)?([+-][01][0-9]:[0-5][0-9])\)?)?", re.ASCII)


class ClockError(ValueError):
    """A time that is none; `code`: "not_a_clock", "skipped", "repeated" or "other_offset"; `offsets` that fit."""

    def __init__(self, code: str, *offsets: str) -> None:
        super().__init__(code)
        self.code, self.offsets = code, offsets


def start_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The first moment of a day."""
    return datetime.combine(day, time(), tzinfo=zone)


def moment_of(day: date, clock: str, zone: ZoneInfo) -> datetime:
    """The moment of a wall clock, such as 11:05, 1105 or 02:30+02:00; ClockError says why there is none."""
    found = _CLOCK.fullmatch(clock)
    if found is None:
        raise ClockError("not_a_clock")
    moment = datetime.combine(day, time(int(found[1]), int(found[2])), tzinfo=zone)
    if moment.astimezone(UTC).astimezone(zone).replace(fold=0, tzinfo=None) != moment.replace(tzinfo=None):
        raise ClockError("skipped")
    both = [moment.replace(fold=fold) for fold in (0, 1)] if is_repeated(moment) else [moment]
    fitting = [each for each in both if found[3] in (None, offset_text(each))]
    if len(fitting) == 1:
        return fitting[0]
    raise ClockError("repeated" if fitting else "other_offset", *map(offset_text, both))


def offset_text(moment: datetime) -> str:
    """`+02:00`."""
    offset = moment.utcoffset() or timedelta()
    minutes = int(offset.total_seconds()) // 60
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
