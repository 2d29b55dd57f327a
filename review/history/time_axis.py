"""Where days lie on an axis of time, in hundredths of a percent of its width, and where it is marked.

Pure; no float. A long time in which nothing lies is cut out of the axis, so that the rest stays readable: the stretches
left over have one scale. What counts as long is a choice for the eye, no clinical limit.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from review.history.time_parts import BREAK, MARGIN, WHOLE, parts_of, widths_of

#: How many marks are legible on a phone, and how many months may lie between two.
MOST_TICKS = 5
#: A letter of a mark on a phone.
LETTER = 240
MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """From the first day of a month to the last of one, beginning at `at`, `width` wide."""

    first: date
    last: date
    at: int
    width: int

    @property
    def months(self) -> int:
        """Its length."""
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month


@dataclass(frozen=True, kw_only=True)
class Break:
    """At `at` the time between two days is left out."""

    at: int
    after: date
    before: date


@dataclass(frozen=True, kw_only=True)
class Tick:
    """A mark of time with its `text`, which stands behind it, or `before` it where the picture ends."""

    at: int
    text: str
    before: bool = False

    @property
    def width(self) -> int:
        """Of the text on a phone."""
        return LETTER * len(self.text) + LETTER // 2


@dataclass(frozen=True, kw_only=True)
class TimeAxis:
    """`room` is as wide as `days` days."""

    stretches: tuple[Stretch, ...]
    breaks: tuple[Break, ...]
    ticks: tuple[Tick, ...]
    room: int
    days: int

    def place(self, day: date) -> int:
        """Of one of the days that the axis was made for."""
        stretch = next(each for each in reversed(self.stretches) if each.first <= day)
        return stretch.at + self.room * (day - stretch.first).days // self.days


def time_axis(days: Iterable[date]) -> TimeAxis:
    """An axis that holds all days, marked at the beginnings of months, or of years where it is long."""
    parts = parts_of(sorted(set(days)))
    bounds = [(part[0].replace(day=1), _months_after(part[-1].replace(day=1), 1)) for part in parts]
    widths, room, length = widths_of([(last - first).days for first, last in bounds])
    stretches, at = [], MARGIN
    for (first, last), width in zip(bounds, widths, strict=True):
        stretches.append(Stretch(first=first, last=last, at=at, width=width))
        at += width + BREAK
    return TimeAxis(
        stretches=tuple(stretches),
        breaks=tuple(
            Break(at=later.at - BREAK // 2, after=part[-1], before=following[0])
            for later, (part, following) in zip(stretches[1:], pairwise(parts), strict=True)
        ),
        ticks=tuple(_legible([tick for each in stretches for tick in _ticks(each, broken=len(stretches) > 1)])),
        room=room,
        days=length,
    )


def percent(at: int) -> str:
    """Such as `37.52%`."""
    return f"{at // 100}.{at % 100:02}%"


def _ticks(stretch: Stretch, *, broken: bool) -> list[Tick]:
    """A short stretch beside a break is marked where it begins."""
    most = max(MOST_TICKS * stretch.width // (WHOLE - 2 * MARGIN), 1)
    step = next(each for each in MONTHS if stretch.months <= each * most or each == MONTHS[-1])
    length = (stretch.last - stretch.first).days
    marked = list(_marked(stretch, step)) if most > 1 or not broken else []
    places = [stretch.at + stretch.width * (day - stretch.first).days // length for day in marked]
    found = [Tick(at=at, text=_text(day, step)) for at, day in zip(places, marked, strict=True)]
    return found or ([Tick(at=stretch.at, text=_text(stretch.first, 1))] if broken else [])


def _legible(ticks: Sequence[Tick]) -> Iterator[Tick]:
    """At the right edge a text stands before its mark; where it would hide another, there is no mark."""
    ends = 0
    for tick in ticks:
        before = tick.at + tick.width > WHOLE
        if tick.at - tick.width * before >= ends:
            ends = tick.at + tick.width * (not before)
            yield Tick(at=tick.at, text=tick.text, before=before)


def _marked(stretch: Stretch, step: int) -> Iterator[date]:
    """The beginnings of months that are whole multiples of the step, counted from January of year 0."""
    count = stretch.first.year * 12 + stretch.first.month - 1
    day = _months_after(stretch.first, -count % step)
    while day < stretch.last:
        yield day
        day = _months_after(day, step)


def _months_after(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _text(day: date, step: int) -> str:
    return f"{day.year:04}" if step % 12 == 0 else f"{day.year:04}-{day.month:02}"
