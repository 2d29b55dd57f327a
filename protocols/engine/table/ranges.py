"""A printed figure stands for every value that rounds to it: closed intervals, exact (contracts.md 3)."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True)
class Range:
    """From `low` to `high`, both counted; `value` is the figure as printed, or what follows from such figures."""

    low: Fraction
    value: Fraction
    high: Fraction

    @classmethod
    def exact(cls, value: Fraction) -> "Range":
        """A figure that stands for itself alone."""
        return cls(value, value, value)

    @classmethod
    def rounded(cls, figure: Decimal) -> "Range":
        """What rounds to the figure at its printed decimals, not below zero."""
        places = len(f"{figure:f}".partition(".")[2])
        half, value = Fraction(1, 2 * 10**places), Fraction(figure)
        return cls(max(value - half, Fraction(0)), value, value + half)

    def __add__(self, other: "Range") -> "Range":
        return Range(self.low + other.low, self.value + other.value, self.high + other.high)

    def __sub__(self, other: "Range") -> "Range":
        return Range(self.low - other.high, self.value - other.value, self.high - other.low)

    def __mul__(self, other: "Range") -> "Range":
        return Range(self.low * other.low, self.value * other.value, self.high * other.high)

    def over(self, divisor: "Range") -> "Range":
        """The quotient; the divisor lies above zero."""
        return Range(self.low / divisor.high, self.value / divisor.value, self.high / divisor.low)

    def meets(self, other: "Range") -> bool:
        """Whether one value may be both."""
        return self.low <= other.high and other.low <= self.high


NOTHING = Range.exact(Fraction(0))
