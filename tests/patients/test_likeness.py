"""When two names born on one day are asked about: the edges of the rule."""

import pytest

from patients.rules.likeness import names_alike, parts_alike, slips


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("garcia", "garcia", 0),
        ("garcia", "garca", 1),
        ("garcia", "garzia", 1),
        ("garcia", "gracia", 1),
        ("garcia", "garciaa", 1),
        ("garcia", "grazia", 2),
        ("", "ab", 2),
        ("ab", "ba", 1),
        ("abcd", "badc", 2),
    ],
)
def test_slips_are_counted(one, other, count):
    assert slips(one, other) == slips(other, one) == count


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("ana", "ana", True),
        ("ana", "eva", False),
        ("ana", "anna", False),
        ("anna", "anno", True),
        ("anna", "inno", False),
        ("fernand", "fernend", True),
        ("fernand", "farnend", False),
        ("fernande", "farnende", True),
        ("fernande", "farnendi", False),
        ("fernande", "fernand", True),
        ("fernand", "fernandez", False),
    ],
)
def test_how_many_slips_a_part_allows(one, other, alike):
    assert parts_alike(one, other) is parts_alike(other, one) is alike


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ({"nunez", "ana"}, {"ana", "lopez"}, True),
        ({"nunez", "ana"}, {"numez", "eva"}, True),
        ({"nunez", "ana"}, {"lopez", "eva"}, False),
        ({"de", "la", "torre"}, {"de", "la", "cruz"}, False),
        ({"van", "dyck"}, {"van", "rijn"}, False),
        ({"li", "wu"}, {"li", "wang"}, False),
        (set(), {"ana"}, False),
    ],
)
def test_names_are_alike_by_one_telling_part(one, other, alike):
    assert names_alike(one, other) is names_alike(other, one) is alike
