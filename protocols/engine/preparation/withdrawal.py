"""A volume as it is drawn up, with the error of reading it."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from protocols.engine.preparation.measured import Measured
from protocols.engine.preparation.syringe import Syringe


@dataclass(frozen=True, kw_only=True)
class Draw:
    """One filling of a syringe, a whole number of its graduations."""

    syringe: Syringe
    volume_ml: Fraction


@dataclass(frozen=True, kw_only=True)
class Withdrawal:
    """`asked_ml`, drawn up in one draw or more; the draws of one syringe stand together."""

    asked_ml: Fraction
    draws: tuple[Draw, ...]

    @cached_property
    def drawn_ml(self) -> Fraction:
        """All draws together."""
        return sum((draw.volume_ml for draw in self.draws), Fraction(0))

    @property
    def rounding_ml(self) -> Fraction:
        """How much more than asked is drawn; negative for less."""
        return self.drawn_ml - self.asked_ml

    @cached_property
    def reading_ml(self) -> Fraction:
        """Half a graduation for each draw: what reading the syringes leaves open to either side."""
        return sum((draw.syringe.graduation_ml for draw in self.draws), Fraction(0)) / 2

    @cached_property
    def error_ml(self) -> Fraction:
        """How far what is drawn may lie from what was asked."""
        return abs(self.rounding_ml) + self.reading_ml

    @property
    def volume_ml(self) -> Measured:
        """What is really drawn."""
        return Measured(
            least=self.drawn_ml - self.reading_ml, stated=self.drawn_ml, greatest=self.drawn_ml + self.reading_ml
        )
