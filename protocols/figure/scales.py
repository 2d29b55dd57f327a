"""Where an axis begins and ends, what is written on it, and where on it a figure lies, in whole parts of GRID.

The logarithm is taken here, in decimals, so that the same figures lie at the same place on every machine.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desens.numbers.write import number_text

#: Parts of an axis.
GRID = 10_000
TEN = Fraction(10)
#: Minutes between two marks of the time axis; beyond them whole days.
_SPACINGS = (5, 10, 15, 30, 60, 120, 180, 240, 360, 720)
_DAY = 1440


@dataclass(frozen=True, kw_only=True)
class TimeAxis:
    """From 0 to `minutes`, with (minute, text as h:min) of each mark."""

    minutes: Fraction
    marks: tuple[tuple[Fraction, str], ...]

    def place(self, minute: Fraction) -> int:
        """Where a minute lies."""
        return int(minute / self.minutes * GRID)


@dataclass(frozen=True, kw_only=True)
class DoseAxis:
    """From ten to the power `lowest` to ten to the power `highest`, with (value, text) of each mark."""

    lowest: int
    highest: int
    marks: tuple[tuple[Fraction, str], ...]

    @property
    def floor(self) -> Fraction:
        """The least value it shows; 0 is drawn there."""
        return TEN**self.lowest

    def place(self, value: Fraction) -> int:
        """Where a value above 0 lies."""
        power = Decimal(value.numerator).log10() - Decimal(value.denominator).log10()
        return int((power - self.lowest) / (self.highest - self.lowest) * GRID)


def time_axis(minutes: Fraction, *, most_marks: int) -> TimeAxis:
    """Marked at round minutes."""
    days = -(-minutes // (_DAY * most_marks))
    spacing = next((step for step in _SPACINGS if minutes <= step * most_marks), _DAY * days)
    places = range(0, int(minutes) + 1, spacing)
    marks = tuple((Fraction(place), f"{place // 60}:{place % 60:02d}") for place in places)
    return TimeAxis(minutes=minutes, marks=marks)


def dose_axis(values: Iterable[Fraction], *, most_marks: int) -> DoseAxis:
    """Whole powers of ten round all values above 0, at least one decade; where they are many every n-th is marked."""
    above = [value for value in values if value > 0] or [Fraction(1)]
    lowest, highest = power_below(min(above)), power_below(max(above))
    highest += max(above) > TEN**highest
    highest += highest == lowest
    every = -(-(highest - lowest) // most_marks)
    powers = range(lowest, highest + 1, every)
    marks = tuple((TEN**power, number_text(TEN**power)) for power in powers)
    return DoseAxis(lowest=lowest, highest=highest, marks=marks)


def power_below(value: Fraction) -> int:
    """The greatest power of ten not above a value above 0."""
    power = len(str(value.numerator)) - len(str(value.denominator))
    return power if TEN**power <= value else power - 1
