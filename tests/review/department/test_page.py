"""The department's page: a filter that reads as a sentence, counts, rows, and no identity for who may not see it."""

import re
from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from review.department import tally
from tests.cast import client_of
from tests.clinic import libraries, registered
from tests.review.department.scene import Case, Decided, Dose, Tie, decided, dosed, stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def filled(allergist):
    """Two people; one reacted under omalizumab, one procedure has no outcome."""
    patients = [
        registered(allergist, family_name="Zurbarán", given_name="Eulalia", hospital_number="98765"),
        registered(allergist, hospital_number="55"),
    ]
    stored(Case(ties=(Tie(grades=(3,)),), outcomes=("completed with reaction",)), patients, allergist)
    stored(Case(patient=1, drug="paclitaxel", days=(date(2025, 5, 4),), outcomes=()), patients, allergist)
    decided(Decided(), patients, allergist, 1)
    dosed(Dose(), patients, allergist)
    return patients


def page(user, **query) -> str:
    """The words of the page, spaces told apart no more."""
    html = client_of(user).get(reverse("department"), query).content.decode()
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_a_row_says_who_when_what_and_what_became_of_it(filled, allergist):
    text = page(allergist)
    assert "ZURBARÁN, Eulalia" in text
    assert "2026-03-02" in text
    assert "12 steps, 3 bags completed with reaction grade 3 type I (IgE-like) omalizumab" in text
    assert "paclitaxel 12 steps, 3 bags not recorded not recorded not assessed none recorded" in text


def test_counts_stand_with_their_denominators_and_unknown_apart(filled, allergist):
    text = page(allergist)
    assert "2 desensitizations" in text
    assert "tolerated 0 of 1 (0 %) outcome not recorded: 1" in text
    assert "with a breakthrough reaction 1 of 1 (100 %) not recorded: 1" in text
    assert "with omalizumab 1 of 2 (50 %) no adjuvant recorded: 1" in text


def test_the_filter_is_said_as_a_sentence(filled, allergist):
    libraries()
    query = {"drug": "Eloxatin", "since": "2026-01-01", "until": "2026-12-31", "adjuvant": "omalizumab", "grade": "3"}
    text = page(allergist, **query)
    told = (
        "Desensitizations to Eloxatin, since 2026-01-01, until 2026-12-31, "
        "with a reaction of grade 3 at worst, with omalizumab"
    )
    assert told in text
    assert "ZURBARÁN" in text
    assert "paclitaxel" not in text


def test_procedures_without_an_outcome_are_a_list_to_work_from(filled, allergist):
    address = re.search(
        r'href="([^"]+)">Without an outcome', client_of(allergist).get(reverse("department")).content.decode()
    )
    html = client_of(allergist).get(unescape(address[1])).content.decode()
    assert "1 desensitization<" in html
    assert "paclitaxel" in html
    assert "ZURBARÁN" not in html


def test_a_reviewer_sees_ages_and_codes_only(filled, reviewer):
    html = client_of(reviewer).get(reverse("department")).content.decode()
    for hidden in ("ZURBARÁN", "Zurbarán", "Eulalia", "98765", "1962-04-03", "1962"):
        assert hidden not in html
    assert f"Patient {filled[0].code}" in html
    assert ">63<" in html


@pytest.mark.parametrize(
    "query",
    [
        {"since": "yesterday"},
        {"until": "2026-02-30"},
        {"since": "2026-02-01", "until": "2026-01-01"},
        {"outcome": "eaten"},
        {"order": "by name"},
        {"drug": "a\u202eb"},
        {"grade": "4"},
    ],
)
def test_what_is_not_understood_shows_nothing_as_if_it_were_all(filled, allergist, query):
    html = client_of(allergist).get(reverse("department"), query).content.decode()
    assert "Nothing is shown: correct the filter first." in html
    assert "oxaliplatin</" not in html
    counts = client_of(allergist).get(reverse("department_counts"), query).content.decode()
    assert "Nothing is counted: correct the filter first." in counts


def test_nothing_found_says_what_to_do(filled, allergist):
    text = page(allergist, drug="nothing like that")
    assert "Widen the filter" in text
    assert "0 desensitizations" in text
    assert "recorded yet" not in text


def test_a_department_without_any_says_so_and_asks_for_no_other_filter(allergist):
    text = page(allergist)
    assert "No desensitization is recorded yet" in text
    assert "Widen the filter" not in text
    assert "Widen the filter" in page(allergist, outcome="stopped")


def test_counting_goes_on_from_where_the_page_ended(filled, allergist):
    half = tally.counted_on(tally.Wanted(), tally.Tally(), keys=1)
    last = half.last + 1
    so_far = tally.token_of(half)
    html = client_of(allergist).get(reverse("department_counts"), {"so_far": so_far}).content.decode()
    assert last
    assert "2 desensitizations" in html
    partly = client_of(allergist).get(reverse("department_counts"), {"so_far": so_far}, headers={"HX-Request": "true"})
    assert b"<html" not in partly.content


@pytest.mark.parametrize("name", ["department", "department_counts"])
def test_who_may_not_see_the_department_gets_nothing(name, nurse, pharmacist, administrator, outsider):
    for user in (nurse, pharmacist, administrator, outsider):
        assert client_of(user).get(reverse(name)).status_code == 403
    assert client_of(None).get(reverse(name)).status_code == 302
