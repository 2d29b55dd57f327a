"""Rule escalation: the dose per minute from step to step, and the columns that print it."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest

from protocols.engine.table.ranges import Range
from protocols.engine.table.reading import Reading, fault, lasted, printed_range
from protocols.engine.table.verdict import TableFinding

RULE = "escalation"
MOST = Fraction(3)


@dataclass(frozen=True, kw_only=True)
class Pace:
    """A row that delivers, with its dose per minute."""

    reading: Reading
    rate: Range


def paces(readings: tuple[Reading, ...]) -> tuple[Pace, ...]:
    """Of the rows that deliver something in a known time, or print their dose per minute."""
    found = [(reading, _pace(reading)) for reading in readings]
    return tuple(Pace(reading=reading, rate=rate) for reading, rate in found if rate and rate.low)


def out_of_bounds(found: tuple[Pace, ...], declared: frozenset[str]) -> Iterator[TableFinding]:
    """Rises beyond threefold and falls; a single figure out of line is blamed once, not at its next row too."""
    bounds = Bounds(rise=not declared & {"logarithmic", "slow"}, fall="falling" not in declared)
    last = found[0] if found else None
    for pace, following in zip_longest(found[1:], found[2:]):
        assert last  # noqa: S101 - there is a first where there is a second
        limit = bounds.broken(last, pace)
        if limit is not None:
            yield _beyond(pace, limit)
        spike = limit is not None and following and bounds.broken(pace, following) is not None
        last = following if spike and bounds.broken(last, following, MOST**2) is None else pace


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """Which of the two bounds hold here."""

    rise: bool
    fall: bool

    def broken(self, earlier: Pace, later: Pace, most: Fraction = MOST) -> Fraction | None:
        """The dose per minute that would have been allowed, at most so many fold; None where all is well."""
        if self.rise and later.rate.low > most * earlier.rate.high:
            return most * earlier.rate.value
        if self.fall and later.rate.high < earlier.rate.low:
            return earlier.rate.value
        return None


def misprinted(found: tuple[Pace, ...]) -> Iterator[TableFinding]:
    """Cells of dose_per_min and fold_increase that the doses and times do not give."""
    before: Pace | None = None
    for pace in found:
        printed = printed_range(pace.reading.row, "dose_per_min")
        if printed and not printed.meets(pace.rate):
            yield fault(pace.reading, "dose_per_min", pace.rate.value, RULE)
        fold = printed_range(pace.reading.row, "fold_increase")
        if fold and before and not fold.meets(pace.rate.over(before.rate)):
            yield fault(pace.reading, "fold_increase", pace.rate.value / before.rate.value, RULE)
        before = pace


def _pace(reading: Reading) -> Range | None:
    minutes = lasted(reading)
    if reading.dose is None or minutes is None:
        return printed_range(reading.row, "dose_per_min")
    return reading.dose.over(minutes)


def _beyond(pace: Pace, limit: Fraction) -> TableFinding:
    minutes = lasted(pace.reading)
    if "dose_per_min" in pace.reading.row.cells or minutes is None:
        return fault(pace.reading, "dose_per_min", limit, RULE)
    return fault(pace.reading, "dose", limit * minutes.value, RULE)
