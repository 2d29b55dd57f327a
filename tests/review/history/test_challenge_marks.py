"""Graded challenges stand on the time line with what they showed; one that was a mistake does not."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from reactions.models import ChallengeInError
from review.history.paper import render
from tests.clinic import registered
from tests.reactions.assessing.records import challenge_row
from tests.reactions.documents.scene import said
from tests.reactions.recording.records import error_row, reaction_row
from tests.review.history.papers import paper_of
from tests.review.history.test_courses import course
from tests.review.history.test_page import page

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 2)


@pytest.mark.parametrize(
    ("result", "words"), [("negative", "negative: tolerated"), ("positive", "positive: a reaction")]
)
def test_its_result_stands_on_page_and_paper(allergist, as_user, result, words):
    patient = registered(allergist)
    reaction = reaction_row(patient, allergist)
    challenge_row(patient, allergist, result=result, done_on=DAY, doses="1\u00a0%, then the rest", note="slowly")
    text = page(as_user(allergist), patient)
    address = reverse("assessment", args=[patient.code, reaction.case_key])
    assert f'<a class="row-link" href="{address}">Graded challenge</a>' in text
    assert f"{words}; 1\u00a0%, then the rest; slowly" in text
    printed = said(render(paper_of(patient, allergist)))
    assert f"2026-06-02 ★ Graded challenge: {words}; 1 %, then the rest; slowly" in printed
    assert "★ graded challenge" in printed


def test_a_challenge_alone_makes_a_course_of_its_drug(allergist):
    patient = registered(allergist)
    error_row(reaction_row(patient, allergist), allergist)
    challenge_row(patient, allergist, done_on=DAY)
    found = course(patient)
    assert found.drug == "oxaliplatin"
    assert [(entry.name, entry.address) for entry in found.entries] == [("Graded challenge", "")]


def test_a_challenge_that_was_a_mistake_counts_nowhere(allergist, as_user):
    patient = registered(allergist)
    reaction_row(patient, allergist)
    row = challenge_row(patient, allergist, done_on=DAY)
    common = {"entry_key": uuid4(), "marked_by": allergist, "marked_at": timezone.now()}
    ChallengeInError(entry=row, reason="another patient's", **common).save()
    assert "Graded challenge" not in page(as_user(allergist), patient)
