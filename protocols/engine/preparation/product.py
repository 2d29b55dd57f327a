"""What is known of the product, as plain values. Amounts in the schedule's unit."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, kw_only=True)
class StockProduct:
    """A product: its strength per mL, the amounts of its vials (none: not stated), its diluents in words.

    `concentration_least` and `concentration_greatest` (per mL) and `diluent_greatest_ml` are the label's; None: not
    stated.
    """

    name: str
    strength: Fraction
    diluents: tuple[str, ...]
    vial_amounts: tuple[Fraction, ...] = ()
    concentration_least: Fraction | None = None
    concentration_greatest: Fraction | None = None
    diluent_greatest_ml: Fraction | None = None
