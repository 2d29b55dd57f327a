"""How one solution is made. Volumes in mL."""

from dataclasses import dataclass
from fractions import Fraction

from protocols.engine.preparation.need import BagNeed
from protocols.engine.preparation.withdrawal import Withdrawal
from protocols.engine.preparation.workshop import StockBag


@dataclass(frozen=True, kw_only=True)
class Making:
    """A bag, what is removed from it, and what is added, from the stock (`source` None) or from a stronger solution.

    `final_ml` is the volume meant; `moved_ml` is what is taken from it for weaker solutions.
    """

    need: BagNeed
    bag: StockBag
    final_ml: Fraction
    moved_ml: Fraction
    source: int | None
    removal: Withdrawal
    addition: Withdrawal

    @property
    def prepared_ml(self) -> Fraction:
        """The volume that the whole graduations give."""
        return self.bag.content_ml - self.removal.drawn_ml + self.addition.drawn_ml

    @property
    def stock_ml(self) -> Fraction:
        """What is drawn from the stock."""
        return self.addition.drawn_ml if self.source is None else Fraction(0)

    @property
    def draws(self) -> int:
        """How often a syringe is filled."""
        return len(self.removal.draws) + len(self.addition.draws)
