"""Where days lie on an axis of time, in percent of its width, and where it is marked. Pure; no float."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

#: Hundredths of a percent before the first and after the last day, so that no sign is cut.
MARGIN, WHOLE = 300, 10_000
#: How many marks are legible on a phone, and how many months may lie between two.
MOST_TICKS = 5
MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)


@dataclass(frozen=True, kw_only=True)
class TimeAxis:
    """From the first day of a month to the last of one; `ticks` are (place, text)."""

    first: date
    last: date
    ticks: tuple[tuple[str, str], ...]

    def place(self, day: date) -> str:
        """Such as `37.52%`."""
        return _percent(self.first, self.last, day)


def time_axis(first: date, last: date) -> TimeAxis:
    """An axis that holds both days, marked at the beginnings of months, or of years where it is long."""
    start = first.replace(day=1)
    end = _months_after(last.replace(day=1), 1)
    months = (end.year - start.year) * 12 + end.month - start.month
    step = next(each for each in MONTHS if months <= each * MOST_TICKS or each == MONTHS[-1])
    ticks = tuple((_percent(start, end, day), _text(day, step)) for day in _marked(start, end, step))
    return TimeAxis(first=start, last=end, ticks=ticks)


def _marked(start: date, end: date, step: int) -> Iterator[date]:
    """The beginnings of months that are whole multiples of the step, counted from January of year 0."""
    count = start.year * 12 + start.month - 1
    day = _months_after(start, -count % step)
    while day < end:
        yield day
        day = _months_after(day, step)


def _months_after(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _text(day: date, step: int) -> str:
    return f"{day.year:04}" if step % 12 == 0 else f"{day.year:04}-{day.month:02}"


def _percent(first: date, last: date, day: date) -> str:
    room = WHOLE - 2 * MARGIN
    part = MARGIN + room * (day - first).days // max((last - first).days, 1)
    return f"{part // 100}.{part % 100:02}%"
