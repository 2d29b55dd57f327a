"""The fewest whole units, against trying everything."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocols.engine.days.units import fewest_units


def units(dose, *strengths):
    (found,) = fewest_units(frozenset({Fraction(dose)}), tuple(map(Fraction, strengths))).values()
    return found


@pytest.mark.parametrize(
    ("dose", "strengths", "expected"),
    [
        ("150", ["150"], ((1, 150),)),
        ("340", ["40", "150"], ((2, 150), (1, 40))),
        ("380", ["150", "40"], ((2, 150), (2, 40))),
        ("600", ["400", "300"], ((2, 300),)),
        ("6", ["4", "3", "1"], ((2, 3),)),
        ("100", ["2.5"], ((40, Fraction("2.5")),)),
        ("37.5", ["150"], None),
        ("0.3", ["0.1", "0.2"], ((1, Fraction("0.2")), (1, Fraction("0.1")))),
        ("30", ["150", "40"], None),
        ("120", ["150", "40"], ((3, 40),)),
        ("1e12", ["1e-12"], ((10**24, Fraction(1, 10**12)),)),
    ],
)
def test_by_hand(dose, strengths, expected):
    assert units(dose, *strengths) == expected


def test_without_doses_or_strengths():
    assert fewest_units(frozenset(), (Fraction(1),)) == {}
    assert fewest_units(frozenset({Fraction(1)}), ()) == {1: None}


def fewest_by_trying(dose, strengths):
    """How many units at least, by trying all counts; None where none make the dose."""
    ranges = [range(dose // strength + 1) for strength in strengths]
    counts = [
        sum(tried)
        for tried in product(*ranges)
        if sum(n * strength for n, strength in zip(tried, strengths, strict=True)) == dose
    ]
    return min(counts, default=None)


@given(st.integers(1, 60), st.lists(st.integers(1, 25), min_size=1, max_size=4, unique=True), st.integers(1, 9))
def test_as_few_as_by_trying_everything(dose, strengths, part):
    found = units(Fraction(dose, part), *(Fraction(strength, part) for strength in strengths))
    fewest = fewest_by_trying(dose, strengths)
    assert (None if found is None else sum(count for count, _ in found)) == fewest
    if found is not None:
        assert sum(count * strength for count, strength in found) == Fraction(dose, part)
        assert [strength for _, strength in found] == sorted({strength for _, strength in found}, reverse=True)


def test_far_fetched_strengths_end_in_time():
    strengths = [Fraction(10**11 + 7**n) for n in range(13)]
    assert units(Fraction(10**12), *strengths) is None
