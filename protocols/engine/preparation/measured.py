"""A figure with the closed interval that graduations leave open."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, kw_only=True)
class Measured:
    """`stated` is the figure if every syringe were read exactly; the truth lies from `least` to `greatest`."""

    least: Fraction
    stated: Fraction
    greatest: Fraction

    @classmethod
    def exactly(cls, figure: Fraction) -> "Measured":
        """A figure without error."""
        return cls(least=figure, stated=figure, greatest=figure)

    def __contains__(self, figure: Fraction) -> bool:
        return self.least <= figure <= self.greatest

    def error_from(self, figure: Fraction) -> Fraction:
        """How far the truth may lie from a figure, as a share of it."""
        return max(figure - self.least, self.greatest - figure) / figure
