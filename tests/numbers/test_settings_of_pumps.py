"""A figure that is set on a pump is never rounded; what people type is shown with every digit or asked again."""

from decimal import Decimal
from fractions import Fraction

import pytest

from desens.numbers.quantity import Quantity
from desens.numbers.write import number_text, setting_text, shown_in_full


@pytest.mark.parametrize(
    ("rate", "text"),
    [("123.46", "123.46"), ("1107.25", "1\u202f107.25"), ("0.005", "0.005"), ("80", "80"), ("1200", "1\u202f200")],
)
def test_a_rate_is_written_in_full(rate, text):
    assert setting_text(Decimal(rate)) == Quantity.of(Decimal(rate), "mL/h").number == text


def test_a_rate_without_end_is_written_as_any_figure():
    assert setting_text(Fraction(400, 3)) == number_text(Fraction(400, 3)) == "133.3"


@pytest.mark.parametrize(
    ("typed", "whole"),
    [("1200", True), ("1200.5", True), ("1200.25", False), ("0.1234", True), ("0.12345", False), ("99999.5", True)],
)
def test_whether_every_digit_is_shown(typed, whole):
    assert shown_in_full(Decimal(typed)) is whole
