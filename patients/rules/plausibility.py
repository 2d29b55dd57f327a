"""Bounds of weight and height: what is refused, and what has to be confirmed.

Implementation choice, no published table: outside `possible` no living person was ever measured;
outside `usual` a slip (a tenfold, pounds for kilograms, height for weight) is likelier than the truth.
A change of more than 20 % against the value before asks as well.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

ADULT_YEARS = 18
MOST_CHANGE = Fraction(1, 5)


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """Least and greatest value, both allowed, in the measurement's unit."""

    least: Decimal
    greatest: Decimal

    def hold(self, value: Decimal) -> bool:
        return self.least <= value <= self.greatest


UNITS = {"weight": "kg", "height": "cm"}
POSSIBLE = {
    "weight": Bounds(least=Decimal(1), greatest=Decimal(650)),
    "height": Bounds(least=Decimal(20), greatest=Decimal(280)),
}
_USUAL_ADULT = {
    "weight": Bounds(least=Decimal(30), greatest=Decimal(250)),
    "height": Bounds(least=Decimal(120), greatest=Decimal(220)),
}
_USUAL_CHILD = {
    "weight": Bounds(least=Decimal(2), greatest=Decimal(130)),
    "height": Bounds(least=Decimal(40), greatest=Decimal(205)),
}


def usual(kind: str, age_years: int) -> Bounds:
    """What is usual for an adult (18 years and over) or a child."""
    return (_USUAL_ADULT if age_years >= ADULT_YEARS else _USUAL_CHILD)[kind]


def doubt(*, kind: str, value: Decimal, age_years: int, before: Fraction | None) -> str | None:
    """Why a possible value should be confirmed: `unusual`, `changed`, or None."""
    if not usual(kind, age_years).hold(value):
        return "unusual"
    if before is not None and abs(Fraction(value) - before) > before * MOST_CHANGE:
        return "changed"
    return None
