"""The samples' pages: what they show, to whom, and at how many queries."""

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertNumQueries

from desens.audit.models import AuditEvent
from patients.keeping_services import mark_in_error
from reactions.models import Sample
from tests.clinic import registered
from tests.number_linter import lint, visible_text
from tests.reactions.recording.records import error_row, reaction_row
from tests.reactions.samples.records import acute, case, kept, new
from tests.reactions.samples.typed import page_of, sent

pytestmark = pytest.mark.django_db


def test_an_acute_sample_and_its_baseline_are_recorded_on_one_page(nurse, as_user):
    patient, client = registered(nurse), as_user(nurse)
    reaction = reaction_row(patient, nurse)
    assert sent(client, patient, row0__of=str(reaction.case_key)).status_code == 302
    assert [(row.printed, row.timing, row.taken_text) for row in Sample.objects.order_by("id")] == [
        ("44.7", "acute", "2026-11-02 11:50"),
        ("3,2", "baseline", "2026-11-12"),
    ]
    text = visible_text(page_of(client, patient))
    for words in (
        "Significant rise (Valent 2019)",
        "threshold 5.84\u00a0ng/mL · significant rise",
        "ratio 13.97 · significant rise",
        "60\u00a0min after the onset",
        "A normal value does not exclude a reaction.",
        "not above the limit",
    ):
        assert words in text
    assert lint(text) == []


def test_without_a_baseline_the_page_and_the_overview_say_what_is_missing(nurse, as_user):
    patient, client = registered(nurse), as_user(nurse)
    kept(patient, nurse, acute(reaction_row(patient, nurse)))
    text = visible_text(page_of(client, patient))
    assert "cannot be computed: the baseline tryptase is missing" in text
    assert "significant rise" not in text
    overview = page_of(client, patient, "patient")
    assert "Baseline tryptase missing" in overview
    assert lint(visible_text(overview)) == []
    kept(patient, nurse, new())
    assert "Baseline tryptase missing" not in page_of(client, patient, "patient")


def test_every_kind_and_a_mistake_stand_in_the_list(nurse, reviewer, as_user):
    patient, client = registered(nurse), as_user(nurse)
    reaction = reaction_row(patient, nurse)
    ige = {"kind": "specific_ige", "unit": "", "level": None, "finding": "negative"}
    rows = kept(
        patient, nurse,
        new("<1.0"), acute(reaction, ">200", limit=Decimal("11.4")),
        acute(reaction, "80", kind="il6", unit="pg/mL", limit=Decimal(7)),
        new("18.9", kind="total_ige", unit="kU/L", limit=Decimal(100)), new("5", kind="total_ige", unit="IU/mL"),
        replace(new(), printed="negative", tested="latex k82", **ige),
        new("5", kind="other", unit="mg/L", tested="C-reactive protein"),
    )  # fmt: skip
    mark_in_error(entry=rows[-1], reason="another patient", entry_key=uuid4(), by=nurse, at=timezone.now())
    text = visible_text(page_of(client, patient))
    for words in (
        "below 1\u00a0ng/mL", "above 200\u00a0ng/mL", "above the limit", "80\u00a0pg/mL", "18.9\u00a0kU/L",
        "5\u00a0units/mL",
        "specific IgE: latex k82", "negative", "C-reactive protein", "Entered in error",
        "threshold below 3.2\u00a0ng/mL", "ratio above 200",
    ):  # fmt: skip
        assert words in text, words
    assert lint(text) == []
    assert "<s>5\u00a0mg/L</s>" in page_of(client, patient)
    assert "Error?" not in page_of(as_user(reviewer), patient)


def test_a_sample_of_a_struck_reaction_says_so(nurse, as_user):
    patient = registered(nurse)
    error_row(case(patient, nurse), nurse)
    assert "that reaction was entered in error" in page_of(as_user(nurse), patient)


def test_an_empty_page_says_what_to_do(nurse, reviewer, as_user):
    patient = registered(nurse)
    assert "Record tryptase with its baseline" in page_of(as_user(nurse), patient)
    assert "Record samples" not in page_of(as_user(reviewer), patient)
    assert "an acute sample needs one" in page_of(as_user(nurse), patient, "sample_record")


def test_a_mistake_is_marked_once(allergist, nurse, as_user):
    patient = registered(nurse)
    (sample,) = kept(patient, nurse, new())
    address = reverse("sample_error", args=[patient.code, sample.entry_key])
    assert "tryptase · 44.7\u00a0ng/mL" in as_user(nurse).get(address).content.decode()
    answer = as_user(nurse).post(address, {"reason": "wrong tube", "entry_key": str(uuid4())}, follow=True)
    assert "wrong tube" in answer.content.decode()
    again = as_user(allergist).post(address, {"reason": "mine", "entry_key": str(uuid4())}, follow=True)
    assert "marked this entry before you" in again.content.decode()


def test_who_may_what(nurse, pharmacist, reviewer, administrator, as_user):
    patient = registered(nurse)
    assert as_user(reviewer).get(reverse("samples", args=[patient.code])).status_code == 200
    assert as_user(administrator).get(reverse("samples", args=[patient.code])).status_code == 403
    for outsider in (pharmacist, reviewer):
        assert sent(as_user(outsider), patient).status_code == 403
    assert not Sample.objects.exists()


def test_a_look_is_an_event(nurse, as_user):
    patient = registered(nurse)
    page_of(as_user(nurse), patient)
    event = AuditEvent.objects.latest("id")
    assert (event.action, event.subject, event.patient_code) == ("looked", "samples", patient.code)


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_take_a_literal_number_of_queries(nurse, as_user, rows):
    patient = registered(nurse)
    for _ in range(rows):
        case(patient, nurse)
    client = as_user(nurse)
    page_of(client, patient)
    with assertNumQueries(17 + (connection.vendor == "postgresql")):  # the chain's advisory lock
        page_of(client, patient)
    with assertNumQueries(15 + (connection.vendor == "postgresql")):
        page_of(client, patient, "sample_record")
