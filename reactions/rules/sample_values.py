"""Values as laboratories print them: a figure, "<1.0" below what the assay measures, or ">200" above it.

contracts.md 4: "<1.0" is a value. It stands for every figure below 1.0, so what depends on where it lies there is not
known; it is never taken as 1.0, and never as "not recorded".
"""

from dataclasses import dataclass
from fractions import Fraction

from desens.numbers.parse import NumberError, parse_number

EXACT, BELOW, ABOVE = "", "<", ">"
_BLANKS = " \t\u00a0\u202f"


@dataclass(frozen=True, kw_only=True)
class SampleValue:
    """`figure` itself, or what lies below or above it, in whatever unit stands beside it."""

    figure: Fraction
    side: str = EXACT

    @property
    def least(self) -> Fraction:
        """No true value lies below it."""
        return Fraction(0) if self.side == BELOW else self.figure

    @property
    def greatest(self) -> Fraction | None:
        """No true value lies above it; None where nothing bounds it."""
        return None if self.side == ABOVE else self.figure

    def reaches(self, threshold: Fraction, *, at_threshold: bool = True) -> bool | None:
        """Whether the true value is at or above (`at_threshold` False: above) it; None where that is not known."""
        if self.side == BELOW:
            return False if threshold >= self.figure else None
        passed = self.figure > threshold or (at_threshold and self.figure == threshold)
        if self.side == ABOVE:
            return True if self.figure >= threshold else None
        return passed

    def scaled(self, factor: Fraction) -> "SampleValue":
        """The same in a unit of which there go `factor` to this one's."""
        return SampleValue(figure=self.figure * factor, side=self.side)


def read_sample_value(printed: str) -> SampleValue:
    """What the laboratory printed, such as `44.7`, `<1.0` or `> 200`; decimal point or comma.

    Raises desens.numbers.parse.NumberError: its own codes, and `nothing_below` for "<0".
    """
    text = printed.strip(_BLANKS)
    side = text[:1] if text[:1] in (BELOW, ABOVE) else EXACT
    value = SampleValue(figure=Fraction(parse_number(text[len(side) :])), side=side)
    if value.side == BELOW and not value.figure:
        raise NumberError("nothing_below")
    return value
