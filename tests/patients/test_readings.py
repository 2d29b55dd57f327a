"""What a search may mean, whatever was typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patients.searching import KEY_LENGTH, code_readings, readings

APRIL, MARCH = date(1962, 4, 3), date(1962, 3, 4)
NAMES = st.text(st.characters(categories=("L", "M", "Nd", "Pd", "Zs")), max_size=40)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("núñ ANA", ((("nun",), ("ana",)),)),
        ("garcía-hern", ((("garcia",), ("hern",)),)),
        ("nunez 1962-04-03", ((("@1962-04-03",), ("nunez",)), (("nunez19620403",),))),
        ("03/04/1962", ((("@1962-04-03", "@1962-03-04"),), (("03041962",),))),
        ("19620403", ((("19620403", "@1962-04-03"),), (("19620403",),))),
        ("ab 12", ((("ab",), ("12",)), (("ab12",),))),
        ("123456", ((("123456",),),)),
        ("bcdfghjkmn", ((("bcdfghjkmn",),), (("#bcdfghjkmn",),))),
        ("31.02.1962", ((("31",), ("02",), ("1962",)), (("31021962",),))),
        ("  ", ()),
        ("-", ()),
    ],
)
def test_what_a_search_may_mean(typed, meant):
    assert readings(typed) == meant


def test_without_identity_only_the_beginning_of_a_code_is_meant():
    assert code_readings(" #BcD") == ((("#bcd",),),)
    assert code_readings("nunez ana") == ((("#nunezana",),),)
    assert code_readings("#") == ()


@given(text=st.text(max_size=200))
def test_any_text_means_few_things_and_never_everybody(text):
    for reading in (*readings(text), *code_readings(text)):
        assert 1 <= len(reading) <= 8
        assert all(need and all(prefix and len(prefix) <= KEY_LENGTH for prefix in need) for need in reading)
