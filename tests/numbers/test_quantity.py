"""A figure with its unit: spelled, spaced, never split, converted exactly (safety.md 2)."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens.numbers.quantity import AMOUNT_UNITS, Quantity, convert
from tests.number_linter import lint

MASS = [unit for unit, (family, _) in AMOUNT_UNITS.items() if family == "mass"]


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (Fraction(5, 2), "mL/h", "2.5\u00a0mL/h"), (1200, "mg", "1\u202f200\u00a0mg"),
        (Decimal("0.50"), "mg", "0.5\u00a0mg"),

        (700, "U", "700\u00a0units"), (5, "IU/mL", "5\u00a0units/mL"), (2, "MU", "2\u00a0million units"),
        (88, "percent", "88\u00a0%"),
    ],
)  # fmt: skip
def test_a_quantity_is_written_with_its_spelled_unit(value: Fraction | Decimal | int, unit: str, text: str) -> None:
    assert str(Quantity.of(value, unit)) == text


def test_the_number_stands_alone_for_a_cell_whose_head_names_the_unit() -> None:
    assert Quantity.of(Decimal("0.0030"), "mg").number == "0.003"


@given(st.fractions(min_value=0, max_value=10**9), st.sampled_from([*AMOUNT_UNITS, "mL", "mL/h", "mg/mL", "mcg/L"]))
def test_every_quantity_passes_the_linter(value: Fraction, unit: str) -> None:
    assert lint(str(Quantity.of(value, unit))) == []


@given(st.fractions(), st.sampled_from(MASS), st.sampled_from(MASS))
def test_conversion_there_and_back_is_exact(value: Fraction, unit: str, other: str) -> None:
    quantity = Quantity.of(value, unit)
    assert convert(convert(quantity, other), unit) == quantity


@pytest.mark.parametrize(
    ("value", "unit", "other", "converted"),
    [(1, "mg", "mcg", 1000), (1, "mcg", "ng", 1000), (1, "g", "mg", 1000), (1, "MU", "U", 1_000_000)],
)
def test_known_conversions(value: int, unit: str, other: str, converted: int) -> None:
    assert convert(Quantity.of(value, unit), other) == Quantity.of(converted, other)


@pytest.mark.parametrize(("unit", "other"), [("mg", "U"), ("U", "IU"), ("MU", "mcg")])
def test_families_are_never_crossed(unit: str, other: str) -> None:
    with pytest.raises(ValueError, match="cannot be converted"):
        convert(Quantity.of(1, unit), other)
