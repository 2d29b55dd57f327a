"""Figures in files: exact, exponent and trailing zeros legal, magnitudes bounded (contracts.md 0, traps.md 8)."""

from decimal import Decimal

import pytest

from desens.numbers.figures import read_figure


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
