"""The tolerance of the blind check at its edge and just beyond; the first difference; what is said of a slip."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens.numbers.write import exact_text
from protocols.rules.blind_check import Wanted, agrees, first_difference, half_width, recorded

LEAST = Fraction(1, 10**9)
FIGURES = st.fractions(min_value=Fraction(1, 10**6), max_value=Fraction(10**7), max_denominator=10**6).filter(bool)


@pytest.mark.parametrize(
    ("typed", "half"),
    [
        ("4.76", "0.005"),
        ("4.762", "0.0005"),
        ("4.760", "0.0005"),
        ("0.0048", "0.000005"),
        ("0.00480", "0.000005"),
        ("0.00476", "0.000005"),
        ("5", "0.005"),
        ("2.5", "0.005"),
        ("80", "0.05"),
        ("80.0", "0.05"),
        ("100", "0.5"),
        ("1000", "5"),
        ("1190", "5"),
        ("1191", "0.5"),
        ("1190.0", "0.05"),
        ("1200000", "5000"),
        ("1", "0.005"),
        ("999", "0.5"),
    ],
)
def test_a_typed_figure_reaches_so_far(typed, half):
    figure, reach = Decimal(typed), Fraction(half)
    assert half_width(figure) == reach
    for end in (-reach, reach):
        assert agrees(figure, Fraction(figure) + end)
        assert not agrees(figure, Fraction(figure) + end + (LEAST if end > 0 else -LEAST))


def test_nothing_is_only_nothing():
    assert agrees(Decimal(0), Fraction(0))
    assert not agrees(Decimal("0.00"), LEAST)


@given(value=FIGURES, digits=st.integers(3, 12), rounding=st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]))
def test_a_right_figure_with_three_digits_or_more_agrees(value, digits, rounding):
    context = Context(prec=digits, rounding=rounding)
    typed = context.divide(Decimal(value.numerator), Decimal(value.denominator))
    assert agrees(Decimal(format(typed, "f")), value)


@given(value=FIGURES, digits=st.integers(1, 12), percent=st.sampled_from(["0.99", "1.01", "0.5", "1.1", "2"]))
def test_a_figure_one_percent_off_never_agrees(value, digits, percent):
    off = value * Fraction(percent)
    typed = Context(prec=digits).divide(Decimal(off.numerator), Decimal(off.denominator))
    if abs(Fraction(typed) - value) >= value / 100:
        assert not agrees(Decimal(format(typed, "f")), value)


@given(typed=st.decimals(min_value=Decimal("0.000001"), max_value=Decimal(10**9), places=6))
def test_no_figure_reaches_further_than_half_a_percent(typed):
    assert half_width(typed) <= Fraction(typed) / 200


@given(value=FIGURES)
def test_the_figure_itself_agrees_however_long(value):
    text = exact_text(value)
    if "/" not in text:
        assert agrees(Decimal(text), value)


WANTED = (
    Wanted(part="bag", number=1, what="concentration", unit="mg/mL", value=Fraction("0.0048")),
    Wanted(part="bag", number=2, what="concentration", unit="mg/mL", value=Fraction("0.048")),
    Wanted(part="bag", number=2, what="withdrawal", unit="mL", value=Fraction("19.84175")),
    Wanted(part="step", number=1, what="rate", unit="mL/h", value=Fraction("2.5")),
)
RIGHT = {
    "bag-1-concentration": Decimal("0.0048"),
    "bag-2-concentration": Decimal("0.048"),
    "bag-2-withdrawal": Decimal("19.8"),
    "step-1-rate": Decimal("2.5"),
}


def test_all_that_agrees_is_no_difference():
    assert first_difference(WANTED, RIGHT) is None
    assert recorded(None) == ""


def test_the_first_of_several_differences_is_named():
    entered = RIGHT | {"bag-2-withdrawal": Decimal("19.7"), "bag-2-concentration": Decimal("0.049")}
    found = first_difference(WANTED, entered)
    assert found.wanted.key == "bag-2-concentration"
    assert recorded(found) == "bag 2, concentration: differs"


@pytest.mark.parametrize("absent", [{"bag-2-withdrawal": None}, {}])
def test_a_missing_figure_is_missing(absent):
    entered = {key: figure for key, figure in RIGHT.items() if key != "bag-2-withdrawal"} | absent
    assert recorded(first_difference(WANTED, entered)) == "bag 2, withdrawal: is missing"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0.48", "10 times too high"),
        ("0.0048", "10 times too low"),
        ("48", "1000 times too high"),
        ("0.000048", "1000 times too low"),
        ("4.8", "100 times too high"),
        ("0.0008", "60 times too low"),
        ("1.152", "24 times too high"),
        ("0.47", "differs"),
    ],
)
def test_a_slip_is_named_in_the_record(typed, said):
    found = first_difference(WANTED, RIGHT | {"bag-2-concentration": Decimal(typed)})
    assert recorded(found) == f"bag 2, concentration: {said}"


@given(typed=st.decimals(min_value=Decimal("0.001"), max_value=Decimal(1000), places=3))
def test_the_record_never_holds_the_versions_figure(typed):
    found = first_difference(WANTED, RIGHT | {"bag-2-withdrawal": typed})
    assert "19.8" not in recorded(found)
