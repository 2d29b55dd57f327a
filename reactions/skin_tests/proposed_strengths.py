"""What a drug's form begins with, from the drug library."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from desens.numbers.quantity import Quantity
from reactions.skin_test_choices import SkinTestKind, StrengthUnit
from reactions.skin_tests.library_table import DrugStrengths
from reactions.skin_tests.strengths import in_unit

FIELDS = {SkinTestKind.PRICK: "prick", SkinTestKind.INTRADERMAL: "intradermal"}


def decimal_of(strength: Quantity | None) -> Decimal | None:
    """A strength of the library as it is stored, to 6 decimals; None where none or next to nothing is left of it."""
    if strength is None:
        return None
    return round(Decimal(strength.value.numerator) / Decimal(strength.value.denominator), 6) or None


def proposed(found: DrugStrengths | None) -> dict[str, Any]:
    """What the form begins with for a drug of the library; nothing where it knows none."""
    if found is None:
        return {"stock": None, "stock_unit": "", "prick": (), "intradermal": (), "unit": StrengthUnit.MG_ML.value}
    tables = {name: found.of(kind) for kind, name in FIELDS.items()}
    units = [table.strengths[0].unit for table in tables.values() if table and table.strengths]
    unit = units[0] if units else StrengthUnit.MG_ML.value
    return {
        "drug": found.name,
        "stock": found.stock.value if found.stock else None,
        "stock_unit": found.stock.unit if found.stock else "",
        "unit": unit,
        **{name: _figures(table.strengths if table else (), unit) for name, table in tables.items()},
    }


def _figures(strengths: tuple[Quantity, ...], unit: str) -> tuple[Fraction, ...]:
    compared = (in_unit(strength, unit) for strength in strengths)
    return tuple(strength.value for strength in compared if strength is not None)
