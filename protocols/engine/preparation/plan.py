"""What comes back: the plan, or the findings that say why there is none. Volumes in mL."""

from dataclasses import dataclass
from fractions import Fraction

from protocols.engine.finding import Finding
from protocols.engine.preparation.action import Action
from protocols.engine.preparation.measured import Measured
from protocols.engine.preparation.prepared import PreparedBag
from protocols.engine.preparation.product import StockProduct


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Actions in order, the bags they give (the first made first), the vials they open, what is left over.

    Amounts in `unit`. `vials` holds the amount of each vial opened, the first is vial 1; empty where vial sizes are
    not stated, and then `left_in_vials` is None.
    """

    unit: str
    product: StockProduct
    actions: tuple[Action, ...]
    bags: tuple[PreparedBag, ...]
    stock_ml: Fraction
    stock_amount: Fraction
    vials: tuple[Fraction, ...]
    left_in_vials: Fraction | None
    left_in_bags: Fraction
    findings: tuple[Finding, ...]

    @property
    def infused_amount(self) -> Measured:
        """What the steps and the line draw from the bags as they are prepared."""
        return Measured(
            least=sum((bag.infused_ml * bag.concentration.least for bag in self.bags), Fraction(0)),
            stated=sum((bag.infused_ml * bag.concentration.stated for bag in self.bags), Fraction(0)),
            greatest=sum((bag.infused_ml * bag.concentration.greatest for bag in self.bags), Fraction(0)),
        )


@dataclass(frozen=True, kw_only=True)
class NoPlan:
    """Why nothing of the allowed kind can be carried out."""

    findings: tuple[Finding, ...]
