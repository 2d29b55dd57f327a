"""What is possible of a weight or height, what is unusual and asks, each at its edge."""

from decimal import Decimal
from fractions import Fraction

import pytest

from patients.rules.plausibility import POSSIBLE, doubt, usual


@pytest.mark.parametrize(
    ("kind", "value", "possible"),
    [
        ("weight", "0.999", False),
        ("weight", "1", True),
        ("weight", "650", True),
        ("weight", "650.001", False),
        ("height", "19.999", False),
        ("height", "20", True),
        ("height", "280", True),
        ("height", "280.001", False),
    ],
)
def test_what_is_possible(kind, value, possible):
    assert POSSIBLE[kind].hold(Decimal(value)) is possible


@pytest.mark.parametrize(
    ("kind", "value", "years", "reason"),
    [
        ("weight", "29.999", 18, "unusual"),
        ("weight", "30", 18, None),
        ("weight", "250", 18, None),
        ("weight", "250.001", 18, "unusual"),
        ("weight", "29.999", 17, None),
        ("height", "119.999", 40, "unusual"),
        ("height", "120", 40, None),
        ("height", "220.001", 40, "unusual"),
    ],
)
def test_what_is_unusual_asks(kind, value, years, reason):
    assert doubt(kind=kind, value=Decimal(value), age_years=years, before=None) == reason


@pytest.mark.parametrize(
    ("value", "reason"), [("80", None), ("79.999", "changed"), ("120", None), ("120.001", "changed")]
)
def test_a_change_of_more_than_a_fifth_asks(value, reason):
    assert doubt(kind="weight", value=Decimal(value), age_years=50, before=Fraction(100)) == reason


def test_usual_lies_within_possible():
    for kind, bounds in POSSIBLE.items():
        for years in (2, 40):
            assert bounds.least <= usual(kind, years).least < usual(kind, years).greatest <= bounds.greatest
