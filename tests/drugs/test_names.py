"""Names: one drug however it is written; what is near is only suggested."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drugs.names import drug_key, near, slips_between

NAMES = ["carboplatin", "cisplatin", "cisatracurium", "rituximab", "infliximab", "imatinib", "ppl", "mdm", "heparin"]
LETTERS = st.text("abc", max_size=6)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Cis-Atracurium", "cisatracurium"),
        ("cis atracurium", "cisatracurium"),
        ("5-Fluorouracil", "5fluorouracil"),
        ("co\u2010trimoxazole", "cotrimoxazole"),
        ("Amoxicílline", "amoxicilline"),
        ("TMP/SMX", "tmpsmx"),
        ("CARBOplatin", "carboplatin"),
        ("---", ""),
    ],
)
def test_hyphens_blanks_accents_and_case_do_not_part_a_drug_from_itself(written, key):
    assert drug_key(written) == key


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("", "", 0),
        ("", "abc", 3),
        ("cisplatin", "cisplatin", 0),
        ("cisplatin", "cisplatine", 1),
        ("cisplatin", "cispaltin", 1),
        ("cisplatin", "ciplatin", 1),
        ("cisplatin", "carboplatin", 4),
        ("rituximab", "infliximab", 5),
        ("ca", "abc", 3),
    ],
)
def test_slips_are_letters_added_dropped_changed_or_swapped(one, other, slips):
    assert slips_between(one, other) == slips_between(other, one) == slips


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("carboplatn", ["carboplatin"]),
        ("Carbo-platyn", ["carboplatin"]),
        ("carboplatin", []),  # exact: nothing to suggest
        ("rituksymab", ["rituximab"]),  # three slips in ten letters
        ("rytuksymap", []),  # five
        ("heprn", []),  # five letters: one slip at most
        ("hepari", ["heparin"]),
        ("hepa", []),  # four letters: three are missing
        ("ppm", []),  # three letters: anything is near anything
        ("", []),
        ("wholly unknown", []),
    ],
)
def test_only_the_near_is_suggested_the_nearest_first(typed, suggested):
    assert near(typed, NAMES) == suggested


def test_the_nearest_stands_first_and_equals_by_the_alphabet():
    assert near("infliximob", ["inflixima", "infliximab", "infliximac"]) == ["infliximab", "inflixima", "infliximac"]


@given(LETTERS, LETTERS, LETTERS)
def test_slips_are_zero_only_for_the_same_and_never_more_than_the_longer_word(one, other, third):
    assert (slips_between(one, other) == 0) == (one == other)
    assert abs(len(one) - len(other)) <= slips_between(one, other) <= max(len(one), len(other))
    assert slips_between(one + third, other + third) <= slips_between(one, other)


@given(st.text(max_size=40))
def test_whatever_is_typed_has_a_key_of_its_own_kind(typed):
    assert drug_key(drug_key(typed)) == drug_key(typed)
    assert near(typed, NAMES) == near(drug_key(typed), NAMES)
