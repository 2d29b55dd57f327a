"""Which doses and rates are asked back as a likely slip of the unit."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens.numbers.quantity import Quantity
from protocols.rules.unit_slip import MESSAGES, dose_doubt, rate_doubt


def mg(value):
    return Quantity.of(Fraction(value), "mg")


def code(doubt):
    assert doubt is None or MESSAGES[doubt.code] % dict(doubt.values)
    return doubt and doubt.code


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1200", None),
        ("6.01", None),
        ("6", "dose-far-less"),
        ("1.2", "dose-far-less"),
        ("0.0012", "dose-far-less"),
        ("119999", None),
        ("120000", "dose-far-more"),
        ("1200000", "dose-far-more"),
    ],
)
def test_a_dose_a_hundredfold_off_every_usual_one_is_asked_back(typed, expected):
    assert code(dose_doubt(mg(typed), [mg(1200), mg(600)])) == expected
    grams = [Quantity.of(Fraction("1.2"), "g"), Quantity.of(600_000, "mcg")]
    assert code(dose_doubt(mg(typed), grams)) == expected


@pytest.mark.parametrize(
    ("typed", "usual", "expected"),
    [
        ("mg", ["U"], "dose-other-unit"),
        ("mg", ["IU"], "dose-other-unit"),
        ("mg", ["MU"], "dose-other-unit"),
        ("U", ["IU"], "dose-other-unit"),
        ("U", ["mg", "U"], None),
        ("U", ["MU"], "dose-far-less"),
        ("MU", ["U"], "dose-far-more"),
        ("ng", ["mcg"], "dose-far-less"),
        ("mcg", ["mg"], "dose-far-less"),
        ("g", ["mg"], "dose-far-more"),
        ("mg", [], None),
    ],
)
def test_every_pair_of_look_alike_units_is_told_apart(typed, usual, expected):
    assert code(dose_doubt(Quantity.of(5, typed), [Quantity.of(5, unit) for unit in usual])) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("80", None), ("8.01", None), ("8", "rate-far-less"), ("1.333", "rate-far-less"), ("800", "rate-far-more")],
)
def test_a_rate_of_minutes_or_of_a_day_is_asked_back(typed, expected):
    assert code(rate_doubt(Quantity.of(Fraction(typed), "mL/h"), Quantity.of(80, "mL/h"))) == expected


@given(st.fractions(Fraction(1, 1000), 10**6), st.lists(st.fractions(Fraction(1, 1000), 10**6), min_size=1, max_size=4))
def test_a_usual_dose_is_never_asked_back_and_a_thousandfold_slip_of_it_always(dose, others):
    assert dose_doubt(mg(dose), [mg(dose), *map(mg, others)]) is None
    for slip in (dose * 1000, dose / 1000, dose * 10**6):
        assert dose_doubt(mg(slip), [mg(dose)]) is not None
