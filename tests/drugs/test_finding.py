"""Finding drugs: exactly by any name, by its beginning, and never by what is only near."""

import pytest
from django.utils import timezone

from drugs.finding import PAGE_ROWS, find_drug, search, suggested
from drugs.library import shipped
from drugs.models import Drug
from tests.drugs.shelf import loaded

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def library(db):
    loaded()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("cisplatin", "cisplatin"),
        ("Cis-Platin", "cisplatin"),
        ("TAXOL", "paclitaxel"),
        ("Penicillin V", "phenoxymethylpenicillin"),
        ("cotrimoxazole", "co-trimoxazole"),
        ("TMP/SMX", "co-trimoxazole"),
        ("cisplatine", None),
        ("cis", None),
        ("", None),
        ("---", None),
    ],
)
def test_only_an_exact_name_finds(typed, found):
    drug = find_drug(typed)
    assert (drug and drug.name) == found


def names(lines):
    return [line.name for line in lines]


@pytest.mark.parametrize(
    ("typed", "exact", "begins", "meant"),
    [
        ("carboplatin", "CARBOplatin", [], []),
        ("c", None, 9, []),
        ("Cis", None, ["CISplatin"], []),
        ("penicillin", None, ["benzylpenicillin", "phenoxymethylpenicillin"], []),
        ("heparin", "heparins", [], []),
        ("cisplatyn", None, [], ["CISplatin"]),
        ("Taxxol", None, [], ["PACLitaxel"]),
        ("retuximab", None, [], ["cetuximab", "riTUXimab"]),
        ("zzz", None, [], []),
    ],
)
def test_what_a_search_finds_begins_and_suggests(typed, exact, begins, meant):
    found = search(typed)
    assert (found.exact and found.exact.name) == exact
    assert (len(found.lines) if isinstance(begins, int) else names(found.lines)) == begins
    assert names(found.suggestions) == meant


def test_a_look_alike_is_shown_beside_and_never_found():
    line = search("carboplatin").exact
    assert (line.name, line.look_alikes) == ("CARBOplatin", ("CISplatin",))
    assert search("rituximab").exact.look_alikes == ("inFLIXimab",)
    assert suggested("carboplatin") == []


def test_pages_walk_through_all_drugs_once():
    new = [Drug(name=f"d{n}", name_key=f"d{n:03}", origin="library", added_at=timezone.now()) for n in range(60)]
    Drug.objects.bulk_create(new)
    walked, after = [], ""
    while True:
        page = search("", after=after)
        assert len(page.lines) <= PAGE_ROWS
        walked += [line.key for line in page.lines]
        after = page.next_after
        if not after:
            break
    assert walked == sorted(set(walked))
    assert len(walked) == len(shipped()) + 60


@pytest.mark.parametrize("typed", ["", "c", "carboplatin"])
def test_a_search_costs_a_fixed_number_of_queries(typed, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        search(typed)
