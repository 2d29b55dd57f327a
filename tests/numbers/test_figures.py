"""Figures in files: exact, exponent and trailing zeros legal, magnitudes bounded (contracts.md 0, traps.md 8)."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens.numbers.figures import GREATEST, LEAST, read_figure


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.40", "1.40"), ("1.250", "1.250"), ("1e-05", "0.00001"), ("1E3", "1000"), ("2.5e+2", "250"), ("-3", "-3"),
        ("0", "0"), ("0.000", "0.000"), ("1e-12", "1e-12"), ("1e12", "1e12"), ("123456789012.345", "123456789012.345"),
    ],
)  # fmt: skip
def test_a_figure_is_read_exactly(text: str, value: str) -> None:
    assert read_figure(text) == Decimal(value)


def test_the_printed_decimals_are_kept() -> None:
    assert str(read_figure("1.40")) == "1.40"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 1",
        "1,5",
        ".5",
        "5.",
        "010",
        "1:10",
        "1_000",
        "14:05",
        "0x1F",
        "1e",
        "--1",
        "٥",
        "NaN",
        "inf",
        "true",
        "1/3",
    ],
)
def test_anything_else_is_refused_with_what_was_expected(text: str) -> None:
    with pytest.raises(ValueError, match="a number with a decimal point"):
        read_figure(text)


@pytest.mark.parametrize("text", ["1e400", "1e999", "1e13", "1e-13", "1000000000000.1", "-2e12", "0.0000000000001"])
def test_magnitudes_are_bounded(text: str) -> None:
    with pytest.raises(ValueError, match="between 1e-12 and 1e12"):
        read_figure(text)


def test_an_endless_exponent_is_refused_before_it_is_computed() -> None:
    with pytest.raises(ValueError, match="a number with"):
        read_figure("1e400000")


def test_forty_characters_are_read_and_no_more() -> None:
    assert read_figure("0." + "0" * 38) == 0
    with pytest.raises(ValueError, match="a number with a decimal point"):
        read_figure("0." + "0" * 39)


@pytest.mark.parametrize("text", ["1234567890.123456", "1." + "0" * 34 + "1", "0.1234567890123456"])
def test_sixteen_significant_digits_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="15 significant digits"):
        read_figure(text)


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(-12, 0))
def test_what_programs_write_is_read_back(coefficient: int, exponent: int) -> None:
    value = Fraction(coefficient) * Fraction(10) ** exponent
    if value == 0 or Fraction(LEAST) <= abs(value) <= Fraction(GREATEST):
        assert Fraction(read_figure(f"{coefficient}e{exponent}")) == value
        assert Fraction(read_figure(format(Decimal(coefficient).scaleb(exponent), "f"))) == value


@given(st.text(alphabet="0123456789.eE+-", max_size=45))
def test_any_text_is_a_bounded_figure_or_refused(text: str) -> None:
    try:
        value = read_figure(text)
    except ValueError:
        return
    assert value == 0 or LEAST <= abs(value) <= GREATEST
    assert Fraction(value) == Fraction(text)
