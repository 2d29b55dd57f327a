"""What is known of a product, as plain values. An empty tuple: nothing is established."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, kw_only=True)
class Said:
    """From where a value is, under which condition it holds, and how far it was checked (seen, known, VERIFY)."""

    source: str
    mark: str
    condition: str = ""

    @property
    def basis(self) -> str:
        """Condition and source in one text."""
        return "; ".join(text for text in (self.condition, self.source) if text)


@dataclass(frozen=True, kw_only=True)
class Limit(Said):
    """One figure with its unit."""

    value: Fraction
    unit: str


@dataclass(frozen=True, kw_only=True)
class DiluentRule(Said):
    """Diluents by code; refused ones may be classes too: chloride, alkaline, all-others."""

    codes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ProductLimits:
    """What a product's label asks for. Several limits of one kind hold under different conditions or by other sources.

    Units: `strength` and concentrations an amount per mL, `diluent_greatest` mL (the bags of one treatment together),
    `minutes_least` min, `stability` h, `rate_greatest` an amount or mL, perhaps per kg, per h or min.
    """

    product: str
    strength: tuple[Limit, ...] = ()
    concentration_least: tuple[Limit, ...] = ()
    concentration_greatest: tuple[Limit, ...] = ()
    diluents_allowed: tuple[DiluentRule, ...] = ()
    diluents_refused: tuple[DiluentRule, ...] = ()
    diluent_greatest: tuple[Limit, ...] = ()
    minutes_least: tuple[Limit, ...] = ()
    rate_greatest: tuple[Limit, ...] = ()
    stability: tuple[Limit, ...] = ()
