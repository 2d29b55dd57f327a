"""Ten years of one drug beside five others: the same queries, one page of paper, a time line that can be read."""

from datetime import date, timedelta

import pytest

from review.history.paper import render
from tests.clinic import registered
from tests.queries import queries_of
from tests.reactions.documents.scene import said
from tests.review.history import made
from tests.review.history.papers import paper_of
from tests.review.history.test_courses import courses
from tests.review.history.test_page import page, pdf_address
from tests.review.history.test_paper import one_page

pytestmark = pytest.mark.django_db
OTHERS = ("carboplatin", "paclitaxel", "rituximab", "docetaxel", "cetuximab")


@pytest.fixture
def patient(allergist):
    """120 cycles of oxaliplatin with everything beside them, and three of each other drug in a year of its own."""
    found = registered(allergist)
    made.of_each_kind(found, allergist, 120)
    for place, drug in enumerate(OTHERS):
        for number in range(3):
            day = date(2018 + place, 3, 5) + timedelta(days=21 * number)
            made.procedure(found, allergist, day, culprit=drug)
    return found


def test_the_paper_takes_the_same_queries_and_is_one_page(patient, allergist, as_user):
    client = as_user(allergist)
    assert queries_of(lambda: client.get(pdf_address(patient))) == 39
    pdf = render(paper_of(patient, allergist))
    one_page(pdf)
    printed = said(pdf)
    assert "■ desensitizations, tolerated: 108 strokes" in printed
    assert "Left out: skin tests, samples, adjuvant doses, assessments; the history on screen has them." in printed
    assert "earlier lines, before 20" in printed
    assert printed.count("step 14: Brown") >= 3
    for drug in OTHERS:
        assert f"{drug} 3 desensitizations; " in printed


def test_every_drug_and_every_cycle_stands_on_the_page_at_the_same_queries(patient, allergist, as_user):
    client = as_user(allergist)
    assert queries_of(lambda: page(client, patient)) == 38
    found = courses(patient)
    assert [course.drug for course in found] == ["oxaliplatin", *reversed(OTHERS)]
    assert [len(course.cycles) for course in found] == [123, 3, 3, 3, 3, 3]
    text = page(client, patient)
    assert text.count('<div class="overview" role="img"') == 6
    assert text.count('<li class="line line-cycle">') == 138
