"""Units and bounds of dated values: creatinine exactly in both units, edges of what is possible and usual."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patients.rules.dated_values import in_other_unit


@pytest.mark.parametrize(
    ("value", "unit", "other"),
    [
        ("1", "mg/dL", (Fraction(442, 5), "mcmol/L")),
        ("88.4", "mcmol/L", (Fraction(1), "mg/dL")),
        ("0.85", "mg/dL", (Fraction("75.14"), "mcmol/L")),
        ("80", "mcmol/L", (Fraction(200, 221), "mg/dL")),
    ],
)
def test_creatinine_is_converted_exactly(value, unit, other):
    assert in_other_unit(kind="creatinine", value=Decimal(value), unit=unit) == other


@given(st.decimals(min_value="0.1", max_value="30", places=6))
def test_there_and_back_is_the_same_creatinine(value):
    other, unit = in_other_unit(kind="creatinine", value=value, unit="mg/dL")
    assert unit == "mcmol/L"
    assert other / Fraction(884, 10) == Fraction(value)
