"""What a laboratory prints is read as it stands: "<1.0" is a value, of which only an upper bound is known."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens.numbers.parse import NumberError
from reactions.rules.sample_values import ABOVE, BELOW, EXACT, SampleValue, read_sample_value

HALF = Fraction(1, 2)
FIGURES = st.integers(0, 10**6).map(lambda n: Fraction(n, 100))


def value(figure, side=EXACT):
    return SampleValue(figure=Fraction(figure), side=side)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("44.7", value("44.7")),
        (" 3,2 ", value("3.2")),
        ("0", value(0)),
        ("<1.0", value(1, BELOW)),
        ("< 1,0", value(1, BELOW)),
        (">200", value(200, ABOVE)),
        ("\u00a0> 200", value(200, ABOVE)),
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
    ("of", "least", "greatest"), [(value(3), 3, 3), (value(1, BELOW), 0, 1), (value(200, ABOVE), 200, None)]
)
def test_bounds_of_what_may_be_true(of, least, greatest):
    assert (of.least, of.greatest) == (least, greatest)


@pytest.mark.parametrize(
    ("of", "threshold", "risen", "not_risen"),
    [
        (value("5.83"), "5.84", False, False),
        (value("5.84"), "5.84", True, False),
        (value("5.85"), "5.84", True, True),
        (value(1, BELOW), "0.99", None, None),
        (value(1, BELOW), 1, False, False),
        (value(1, BELOW), "5.84", False, False),
        (value(200, ABOVE), "199.9", True, True),
        (value(200, ABOVE), 200, True, True),
        (value(200, ABOVE), "200.1", None, None),
    ],
)
def test_a_threshold_is_reached_or_not_or_nobody_knows(of, threshold, risen, not_risen):
    threshold = Fraction(threshold)
    assert of.reaches(threshold) is risen
    assert of.reaches(threshold, at_threshold=False) is not_risen


@given(FIGURES, FIGURES, st.sampled_from([BELOW, ABOVE]), st.booleans())
def test_what_is_said_of_a_bound_holds_for_every_value_within(figure, threshold, side, at_threshold):
    bound = value(figure, side)
    said = bound.reaches(threshold, at_threshold=at_threshold)
    within = [figure * HALF, figure - HALF / 1000] if side == BELOW else [figure + HALF / 1000, figure * 2 + 1]
    if said is not None and (side == ABOVE or figure):
        assert all(value(one).reaches(threshold, at_threshold=at_threshold) is said for one in within)


def test_the_same_in_another_unit():
    assert value(1, BELOW).scaled(Fraction(1000)) == value(1000, BELOW)
