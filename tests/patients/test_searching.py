"""What a patient is found by and what a search may mean: the same letters on both sides."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patients.searching import KEY_LENGTH, name_keys, pieces, possible_dates

APRIL, MARCH = date(1962, 4, 3), date(1962, 3, 4)
NAMES = st.text(st.characters(categories=("L", "M", "Nd", "Pd", "Zs")), max_size=40)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Núñez", {"nunez"}),
        ("GARCÍA-HERNÁNDEZ", {"garcia", "hernandez", "garciahernandez"}),
        ("O'Brien", {"o", "brien", "obrien"}),
        ("de la Torre", {"de", "la", "torre"}),
        ("Søren Łuczak", {"soren", "luczak"}),
        ("Groß", {"gross"}),
        ("Œuvré", {"oeuvre"}),
        ("n" * 200, {"n" * KEY_LENGTH}),
        ("—", set()),
    ],
)
def test_the_keys_of_a_name(name, keys):
    assert name_keys(name) == keys


@given(name=NAMES)
def test_a_name_is_found_by_each_of_its_own_pieces(name):
    assert {piece[:KEY_LENGTH] for piece in pieces(name)} <= name_keys(name)
    assert name_keys(name) == name_keys(name.upper().lower())


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("1962-04-03", (APRIL,)),
        ("1962/4/3", (APRIL,)),
        ("1962 04 03", (APRIL,)),
        ("19620403", (APRIL,)),
        ("03.04.1962", (APRIL, MARCH)),
        ("03/04/1962", (APRIL, MARCH)),
        ("3 4 1962", (APRIL, MARCH)),
        ("3-4-1962", (APRIL, MARCH)),
        ("20.11.2026", (date(2026, 11, 20),)),
        ("20 11 2026", (date(2026, 11, 20),)),
        ("11/20/2026", (date(2026, 11, 20),)),
        ("20261120", (date(2026, 11, 20),)),
        ("20112026", (date(2026, 11, 20),)),
        ("04.04.1962", (date(1962, 4, 4),)),
        ("31.02.1962", ()),
        ("1962-13-01", ()),
        ("3.4.62", ()),
        ("٣.٤.١٩٦٢", ()),
        ("1962", ()),
        ("", ()),
    ],
)
def test_a_birth_date_is_read_in_any_usual_form(typed, days):
    assert possible_dates(typed) == days
