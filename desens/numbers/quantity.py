"""A figure with its unit: the only numeric thing that reaches a template (design.md 5.1)."""

from dataclasses import dataclass
from fractions import Fraction

from desens.numbers.write import Exact, number_text, setting_text

NO_BREAK_SPACE = "\u00a0"

#: How each unit is written for people: spelled, never U, IU or a Greek letter (Joint Commission, ISMP).
WRITTEN = {"U": "units", "IU": "units", "MU": "million units", "percent": "%"}

#: Amount units of contracts.md 0 as (family, how many of the family's smallest).
AMOUNT_UNITS: dict[str, tuple[str, int]] = {
    "ng": ("mass", 1),
    "mcg": ("mass", 1_000),
    "mg": ("mass", 1_000_000),
    "g": ("mass", 1_000_000_000),
    "U": ("units", 1),
    "IU": ("international units", 1),
    "MU": ("units", 1_000_000),
}


@dataclass(frozen=True, kw_only=True)
class Quantity:
    """An exact value with its unit, for example `Quantity(value=Fraction(5, 2), unit="mL/h")`."""

    value: Fraction
    unit: str

    @classmethod
    def of(cls, value: Exact, unit: str) -> "Quantity":
        return cls(value=Fraction(value), unit=unit)

    @property
    def number(self) -> str:
        """The figure alone, for a table cell whose head names the unit. A rate, set on a pump, is never rounded."""
        return setting_text(self.value) if self.unit == "mL/h" else number_text(self.value)

    @property
    def unit_text(self) -> str:
        head, slash, tail = self.unit.partition("/")
        return WRITTEN.get(head, head) + slash + tail

    def __str__(self) -> str:
        return f"{self.number}{NO_BREAK_SPACE}{self.unit_text}"


def convert(quantity: Quantity, unit: str) -> Quantity:
    """The same amount in another unit of its family, exactly; ValueError across families."""
    family, size = AMOUNT_UNITS[quantity.unit]
    other_family, other_size = AMOUNT_UNITS[unit]
    if family != other_family:
        raise ValueError(f"{quantity.unit} cannot be converted to {unit}")
    return Quantity(value=quantity.value * size / other_size, unit=unit)
