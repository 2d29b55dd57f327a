"""Figures in the units of labels: exact within a family, nothing across families."""

from collections.abc import Callable
from fractions import Fraction

from desens.numbers.quantity import AMOUNT_UNITS

#: How a figure is written in a limit's unit; None where the two cannot be compared.
InUnit = Callable[[str], Fraction | None]


def converted(amount: Fraction, unit: str, wanted: str) -> Fraction | None:
    """The amount in another unit of its family; None across families, for example mg and U."""
    if unit == wanted:
        return amount
    family, size = AMOUNT_UNITS[unit]
    other_family, other_size = AMOUNT_UNITS[wanted]
    return amount * size / other_size if family == other_family else None


def per_ml(concentration: Fraction, unit: str) -> InUnit:
    """A concentration in `unit` per mL, for limits such as mg/mL."""
    return lambda wanted: converted(concentration, unit, wanted.removesuffix("/mL"))
