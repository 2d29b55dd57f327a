"""Where figures lie on the axes of the picture, in whole parts of GRID."""

from dataclasses import dataclass
from fractions import Fraction

from desens.numbers.write import number_text

#: Parts of an axis.
GRID = 10_000
#: Room above the greatest figure, for its label.
ROOM = Fraction(9, 8)
MOST_MARKS = 6
_STEPS = (1, 2, 5)


@dataclass(frozen=True, kw_only=True)
class ValueAxis:
    """From 0 to `top`, with (value, text) of each mark."""

    top: Fraction
    marks: tuple[tuple[Fraction, str], ...]

    def place(self, value: Fraction) -> int:
        """Where a value lies."""
        return int(value / self.top * GRID)


def value_axis(greatest: Fraction) -> ValueAxis:
    """Marked at round figures up to the greatest, at most MOST_MARKS of them beside 0."""
    top = (greatest or Fraction(1)) * ROOM
    step = _step(top)
    marks = tuple((step * number, number_text(step * number)) for number in range(int(top / step) + 1))
    return ValueAxis(top=top, marks=marks)


def slot(number: int, count: int) -> int:
    """The middle of the n-th (from 0) of so many places of equal width."""
    return GRID * (2 * number + 1) // (2 * count)


def _step(top: Fraction) -> Fraction:
    """The least of 1, 2 and 5 times a power of ten that is fine enough."""
    power = Fraction(1)
    while top / power <= MOST_MARKS / 10:
        power /= 10
    while top / (power * 10) > MOST_MARKS:
        power *= 10
    return next(power * size for size in (*_STEPS, 10) if top / (power * size) <= MOST_MARKS)
