"""Where figures lie on the axes of the picture, in whole parts of GRID.

Values stand on a log scale: a baseline, its threshold and an acute value ten times as high are all told apart. The
logarithm is taken in decimals, so that the same figures lie at the same place on every machine.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desens.numbers.write import number_text

#: Parts of an axis.
GRID = 10_000
#: Room below the least and above the greatest figure, for marks and labels.
BELOW, ABOVE = Fraction(4, 5), Fraction(3, 2)
#: From here on only powers of ten are marked.
MANY_MARKS = 9
_STEPS = (1, 2, 5)


@dataclass(frozen=True, kw_only=True)
class ValueAxis:
    """From `bottom` to `top`, both above 0, with (value, text) of each mark."""

    bottom: Fraction
    top: Fraction
    marks: tuple[tuple[Fraction, str], ...]

    def place(self, value: Fraction) -> int:
        """Where a value lies; one below the bottom, such as 0, at it."""
        return int(_log(max(value, self.bottom) / self.bottom) / _log(self.top / self.bottom) * GRID)


def value_axis(values: Iterable[Fraction]) -> ValueAxis:
    """From a round figure below all values above 0, marked at 1, 2 and 5 of each power of ten, or at powers alone."""
    above = [value for value in values if value > 0] or [Fraction(1)]
    bottom, top = _mark_below(min(above) * BELOW), max(above) * ABOVE
    marks = list(_marks(bottom, top, _STEPS))
    if len(marks) > MANY_MARKS:
        marks = list(_marks(bottom, top, (1,)))
    return ValueAxis(bottom=bottom, top=top, marks=tuple((mark, number_text(mark)) for mark in marks))


def slot(number: int, count: int) -> int:
    """The middle of the n-th (from 0) of so many places of equal width."""
    return GRID * (2 * number + 1) // (2 * count)


def _mark_below(value: Fraction) -> Fraction:
    """The greatest of 1, 2 and 5 times a power of ten that is not above a value above 0."""
    power = Fraction(1)
    while power > value:
        power /= 10
    while power * 10 <= value:
        power *= 10
    return max(power * step for step in _STEPS if power * step <= value)


def _marks(bottom: Fraction, top: Fraction, steps: tuple[int, ...]) -> Iterator[Fraction]:
    power = Fraction(1)
    while power > bottom:
        power /= 10
    while power <= top:
        yield from (power * step for step in steps if bottom <= power * step <= top)
        power *= 10


def _log(ratio: Fraction) -> Decimal:
    return Decimal(ratio.numerator).log10() - Decimal(ratio.denominator).log10()
