"""The one formatter against a second way (Decimal's quantize), its edges and its round trips (safety.md 2, H3)."""

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens.numbers.parse import NumberError, parse_number
from desens.numbers.write import THIN_NO_BREAK_SPACE, exact_text, number_text, plain_text, read_exact

EXACT = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**9)
SHORT = st.decimals(min_value=-(10**6), max_value=10**6, places=6)


def second_way(value: Fraction, *, significant: int, least_places: int) -> str:
    """The same figure by Decimal: divided with 80 digits, quantized half-up, without trailing zeros."""
    with localcontext(prec=80):
        decimal = Decimal(value.numerator) / Decimal(value.denominator)
        before_mark = decimal.adjusted() + 1 if decimal else 1
        places = max(least_places, significant - before_mark)
        rounded = decimal.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        text = format(abs(rounded) if rounded == 0 else rounded, ",f")
    return text.rstrip("0").rstrip(".") if "." in text else text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"), ("1.0", "1"), ("0.50", "0.5"), ("0.003", "0.003"), ("11.9055", "11.91"), ("1107.225", "1 107.2"),
        ("1200", "1 200"), ("999.95", "1 000"), ("0.99995", "1"), ("99.995", "100"), ("1234567.85", "1 234 567.9"),
        ("0.000000001", "0.000000001"), ("174.4375", "174.4"), ("-1200.5", "-1 200.5"), ("-0.00001", "-0.00001"),
    ],
)  # fmt: skip
def test_a_figure_for_people(value: str, text: str) -> None:
    assert number_text(Decimal(value)) == text.replace(" ", THIN_NO_BREAK_SPACE)


@pytest.mark.parametrize(
    ("value", "half_up", "half_even"),
    [("12.345", "12.35", "12.34"), ("0.00012345", "0.0001235", "0.0001234"), ("2.0005", "2.001", "2"),
     ("-12.345", "-12.35", "-12.34"), ("107.25", "107.3", "107.2"), ("0.12345", "0.1235", "0.1234")],
)  # fmt: skip
def test_a_half_is_rounded_up_where_half_even_would_differ(value: str, half_up: str, half_even: str) -> None:
    assert number_text(Decimal(value)) == half_up != half_even


@pytest.mark.parametrize(("value", "text"), [("2.00049", "2"), ("2.0005", "2.001"), ("2.00051", "2.001")])
def test_just_before_at_and_after_the_half(value: str, text: str) -> None:
    assert number_text(Decimal(value)) == text


@given(EXACT)
def test_number_text_is_what_decimal_writes(value: Fraction) -> None:
    expected = second_way(value, significant=4, least_places=1)
    assert number_text(value) == expected.replace(",", THIN_NO_BREAK_SPACE)


@given(SHORT)
def test_number_text_is_what_decimal_writes_at_halves_too(value: Decimal) -> None:
    half = Fraction(value) + Fraction(1, 2 * 10**6)
    expected = second_way(half, significant=4, least_places=1)
    assert number_text(half) == expected.replace(",", THIN_NO_BREAK_SPACE)


@given(EXACT)
def test_plain_text_is_exact_or_has_twelve_significant_digits(value: Fraction) -> None:
    text = plain_text(value)
    terminates = 10**80 % value.denominator == 0
    assert text == (second_way(value, significant=80, least_places=0) if terminates else _twelve(value)).replace(
        ",", ""
    )


def _twelve(value: Fraction) -> str:
    return second_way(value, significant=12, least_places=0)


@given(EXACT)
def test_every_figure_is_written_as_the_joint_commission_asks(value: Fraction) -> None:
    text = number_text(value)
    assert re.fullmatch(r"-?(0|[1-9][0-9]{0,2}(\u202f[0-9]{3})*)(\.[0-9]*[1-9])?", text)


@given(EXACT)
def test_at_least_four_significant_digits_survive(value: Fraction) -> None:
    shown = Fraction(number_text(value).replace(THIN_NO_BREAK_SPACE, ""))
    assert abs(shown - value) * 1999 <= abs(value)


@given(st.fractions(min_value=0, max_value=Fraction(9999, 10), max_denominator=10**6))
def test_a_shown_figure_typed_again_is_the_same_figure_or_asked_about(value: Fraction) -> None:
    assert number_text(_typed(number_text(value))) == number_text(value)


def _typed(text: str) -> Decimal:
    try:
        return parse_number(text)
    except NumberError as asked:
        return parse_number(asked.values["decimal"])


@given(st.fractions())
def test_stored_figures_come_back_unchanged(value: Fraction) -> None:
    assert read_exact(exact_text(value)) == value


@pytest.mark.parametrize(("value", "text"), [(Fraction(1, 3), "1/3"), (Fraction(-7, 8), "-0.875"), (Fraction(5), "5")])
def test_stored_figures_are_decimals_where_they_terminate(value: Fraction, text: str) -> None:
    assert exact_text(value) == text


@given(EXACT)
def test_an_exact_plain_figure_comes_back_unchanged(value: Fraction) -> None:
    if 10**80 % value.denominator == 0:
        assert Fraction(plain_text(value)) == value
