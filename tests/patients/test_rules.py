"""Ages, birth dates and plausibility, each at its edge."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from patients.names import CODE_LENGTH, CODE_SIGNS, comparable, new_code, number_key
from patients.rules.age import age_in_years, birth_date_problem
from patients.rules.plausibility import POSSIBLE, doubt, usual


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        (date(1962, 4, 3), date(2026, 4, 2), 63),
        (date(1962, 4, 3), date(2026, 4, 3), 64),
        (date(1962, 4, 3), date(2026, 4, 4), 64),
        (date(2000, 2, 29), date(2026, 2, 28), 25),
        (date(2000, 2, 29), date(2026, 3, 1), 26),
        (date(2026, 11, 20), date(2026, 11, 20), 0),
    ],
)
def test_age_in_completed_years(born, on, years):
    assert age_in_years(born=born, on=on) == years


def test_birth_dates_at_the_edges():
    today = date(2026, 11, 20)
    assert birth_date_problem(born=today, on=today) is None
    assert birth_date_problem(born=date(2026, 11, 21), on=today) == "in_the_future"
    assert birth_date_problem(born=date(1900, 11, 21), on=today) is None
    assert birth_date_problem(born=date(1900, 11, 20), on=today) == "too_long_ago"


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


def test_names_compare_without_accents_case_and_doubled_blanks():
    assert comparable("Núñez  IBÁÑEZ") == comparable("nunez ibanez")
    assert comparable("Strauß") == "strauss"


def test_hospital_numbers_compare_without_blanks_and_case():
    assert number_key(" ab 12-3 ") == "AB12-3"


def test_codes_are_random_and_spell_nothing():
    codes = {new_code() for _ in range(500)}
    assert len(codes) == 500
    assert all(len(code) == CODE_LENGTH and set(code) <= set(CODE_SIGNS) for code in codes)
    assert not set("aeiou01l") & set(CODE_SIGNS)
