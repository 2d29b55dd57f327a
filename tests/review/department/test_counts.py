"""Every count is the number of the rows that its filter gives, and leads to them."""

import re
from html import unescape

import pytest
from django.urls import reverse

from review.department.counts import counts_of
from review.department.tally import Tally, counted_on
from review.department.wanted import ASKED, Wanted, answering
from tests.cast import client_of
from tests.review.department.scene import Case, Decided, Dose, Tie, decided, dosed, stored, three_patients

pytestmark = pytest.mark.django_db
OUTCOMES = ((), ("tolerated",), ("completed with reaction",), ("stopped",))
TIES = ((), (Tie(grades=()),), (Tie(grades=(1,)),), (Tie(grades=(3, None)),), (Tie(grades=(2,)), Tie(grades=(3,))))


@pytest.fixture
def department(allergist):
    """Every outcome with every kind of reaction, graded or not; phenotypes and adjuvants of some."""
    patients = three_patients(allergist)
    for outcomes in OUTCOMES:
        for ties in TIES:
            stored(Case(outcomes=outcomes, ties=ties, drug="paclitaxel", patient=2), patients, allergist)
    for outcomes in OUTCOMES:
        stored(Case(outcomes=outcomes), patients, allergist)
    decided(Decided(), patients, allergist, 1)
    decided(Decided(patient=2, drug="paclitaxel", phenotype="mixed"), patients, allergist, 2)
    stored(Case(drug="carboplatin", ties=(Tie(state="tie in error"),)), patients, allergist)
    dosed(Dose(), patients, allergist)
    dosed(Dose(patient=2, drug="paclitaxel", adjuvant="other"), patients, allergist)
    return patients


def first_number(text: str) -> int:
    return int(re.search(r"\d+", text)[0])


def test_each_count_is_the_number_of_rows_of_its_filter(department):
    tally = counted_on(Wanted(), Tally(), keys=1_000)
    asked = {}
    for count in counts_of(tally):
        asked[count.asks] = first_number(count.text)
        asked[count.asks_unknown] = first_number(count.unknown) if count.unknown else 0
    found = {(name, word): answering(Wanted(**{name: word})).count() for name, word in asked}
    assert asked == found
    assert tally.count("all") == answering(Wanted()).count() == 25
    every = {(name, word) for name, choices in ASKED.items() for word, _label, _condition in choices}
    uncounted = every - set(asked)
    assert {pair for pair in uncounted if answering(Wanted(**dict([pair]))).count()} == {("grade", "none")}


def test_each_denominator_is_what_its_filters_give_together(department):
    def rows(**wanted) -> int:
        return answering(Wanted(**wanted)).count()

    text = {count.name: count.text for count in counts_of(counted_on(Wanted(), Tally(), keys=1_000))}
    known = rows(grade="any") + rows(grade="none")
    assert known == rows() - rows(grade="not recorded")
    assert f" of {known} (" in text["with a breakthrough reaction"]
    graded = rows(grade="any") - rows(grade="not graded")
    assert f" of {graded} (" in text["grade 3 at worst"]
    assert f" of {rows() - rows(outcome='not recorded')} (" in text["tolerated"]


def test_a_count_leads_to_its_rows_and_the_page_says_what_it_means(department, reviewer):
    client = client_of(reviewer)
    html = client.get(reverse("department")).content.decode()
    assert "There was a reaction where one is tied to the desensitization, or its outcome says so" in html
    links = re.findall(
        r'<a class="row-link figure" href="([^"]+[?;][a-z]+=[^"]+)">([^<]+)</a>', html.split("<table", 1)[0]
    )
    assert len(links) > 12
    for address, said in links:
        listed = client.get(unescape(address)).content.decode()
        assert listed.count('data-label="Age"') == first_number(said), (address, said)


def test_within_a_filter_a_count_of_the_same_question_is_no_link(department, reviewer):
    html = client_of(reviewer).get(reverse("department"), {"outcome": "stopped"}).content.decode()
    head = html.split("<table", 1)[0]
    assert "&amp;grade=any" in head
    assert "&amp;outcome=" not in head
