"""What the preparation is made with: syringes, bags of diluent, and what is allowed. Volumes in mL."""

from dataclasses import dataclass, field
from fractions import Fraction

from protocols.engine.preparation.syringe import Syringe


@dataclass(frozen=True, kw_only=True)
class StockBag:
    """A bag of diluent. `overfill_ml` None: not stated, hence removed before use; else it is counted."""

    volume_ml: Fraction
    overfill_ml: Fraction | None = None

    @property
    def content_ml(self) -> Fraction:
        """What it holds when the work begins."""
        return self.volume_ml + (self.overfill_ml or 0)


@dataclass(frozen=True, kw_only=True)
class Sought:
    """The shares of a withdrawal up to which fewer draws are preferred to finer ones: a choice of this program.

    `error`: rounding and half graduations together, as a pump's 5 % (clinical.md 10). `rounding`: alone, as the 0.1 %
    by which a schedule may miss its target.
    """

    error: Fraction = Fraction(1, 20)
    rounding: Fraction = Fraction(1, 1000)


@dataclass(frozen=True, kw_only=True)
class Workshop:
    """Syringes and bags at hand, at least one of each (ValueError), and what is allowed.

    `discard_allowed` False: no bag leaves more unused than the schedule does. `volumes_kept`: every bag has its
    volume of the schedule, with what is handed on where it would not do alone, so that sheet and label say the same.
    """

    syringes: tuple[Syringe, ...]
    bags: tuple[StockBag, ...]
    discard_allowed: bool = True
    volumes_kept: bool = False
    sought: Sought = field(default_factory=Sought)

    def __post_init__(self) -> None:
        if not self.syringes or not self.bags:
            raise ValueError("at least one syringe and one bag")

    @property
    def largest_content_ml(self) -> Fraction:
        """What the largest bag holds."""
        return max(bag.content_ml for bag in self.bags)

    def bag_for(self, final_ml: Fraction) -> StockBag:
        """The smallest bag that holds so much; ValueError where there is none."""
        return min((bag for bag in self.bags if bag.content_ml >= final_ml), key=lambda bag: bag.content_ml)
