"""What a laboratory prints is read as it stands: "<1.0" is a value, of which only an upper bound is known."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens.numbers.parse import NumberError
from reactions.rules.level import Level
from reactions.rules.sample_units import GREATEST, UNITS, is_possible, is_unit_of
from reactions.rules.sample_values import is_above, read_sample_value

FIGURES = st.integers(1, 10**6).map(lambda n: Fraction(n, 100))


def level(value, beyond=""):
    return Level(value=Fraction(value), beyond=beyond)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("44.7", level("44.7")),
        (" 3,2 ", level("3.2")),
        ("0", level(0)),
        ("<1.0", level(1, "<")),
        ("< 1,0", level(1, "<")),
        (">200", level(200, ">")),
        ("\u00a0> 200", level(200, ">")),
    ],
)
def test_what_is_printed_is_read(printed, read):
    assert read_sample_value(printed) == read


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("", "missing"),
        ("<", "missing"),
        (">  ", "missing"),
        ("<0", "nothing_below"),
        ("<0,0", "nothing_below"),
        ("1.500", "ambiguous"),
        (">1,500", "ambiguous"),
        ("-3", "not_a_number"),
        ("<<1", "not_a_number"),
        ("1<", "not_a_number"),
        ("3.2 ng/mL", "not_a_number"),
        ("1234567890123456", "too_long"),
    ],
)
def test_what_is_no_value_is_refused(printed, code):
    with pytest.raises(NumberError) as refused:
        read_sample_value(printed)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("of", "limit", "above"),
    [
        (level("11.3"), "11.4", False),
        (level("11.4"), "11.4", False),
        (level("11.5"), "11.4", True),
        (level(1, "<"), "0.9", None),
        (level(1, "<"), "1", False),
        (level(1, "<"), "11.4", False),
        (level(200, ">"), "199", True),
        (level(200, ">"), "200", True),
        (level(200, ">"), "201", None),
    ],
)
def test_a_limit_is_passed_or_not_or_nobody_knows(of, limit, above):
    assert is_above(of, Fraction(limit)) is above


@given(FIGURES, FIGURES, st.sampled_from(["<", ">"]))
def test_what_is_said_of_a_bound_holds_for_every_value_within(figure, limit, beyond):
    said = is_above(level(figure, beyond), limit)
    within = (
        [figure / 2, figure * Fraction(999, 1000)] if beyond == "<" else [figure * Fraction(1001, 1000), figure * 2]
    )
    if said is not None:
        assert all(is_above(level(one), limit) is said for one in within)


@pytest.mark.parametrize(
    ("kind", "unit", "of_kind"),
    [
        ("tryptase", "ng/mL", True),
        ("tryptase", "mcg/L", True),
        ("tryptase", "pg/mL", False),
        ("il6", "pg/mL", True),
        ("total_ige", "IU/mL", True),
        ("specific_ige", "kU/L", True),
        ("specific_ige", "ng/mL", False),
        ("other", "anything", True),
    ],
)
def test_units_of_a_kind(kind, unit, of_kind):
    assert is_unit_of(kind, unit) is of_kind


@pytest.mark.parametrize("kind", UNITS)
def test_a_slip_of_the_decimal_mark_is_found(kind):
    assert is_possible(kind, GREATEST[kind])
    assert not is_possible(kind, GREATEST[kind] + 1)
