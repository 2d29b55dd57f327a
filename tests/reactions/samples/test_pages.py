"""The samples' pages: what they show, what they take, to whom, and at how many queries."""

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

pytestmark = pytest.mark.django_db


def page_of(client, patient, name="samples", **query):
    return client.get(reverse(name, args=[patient.code]), query).content.decode()


def typed(**changes):
    """Two rows: an acute tryptase and its baseline; the reaction's key is to be given."""
    blank = {"measured": "tryptase ng/mL", "printed": "", "of": "baseline", "taken_on": "", "taken_clock": ""}
    first = blank | {"printed": "44.7", "taken_on": "2026-11-02", "taken_clock": "11:50"}
    second = blank | {"printed": "3,2", "taken_on": "2026-11-12", "limit": "11.4"}
    rows = [first, second, blank, blank]
    data = {f"row{n}-{name}": value for n, row in enumerate(rows) for name, value in row.items()}
    return data | {"entry_key": str(uuid4())} | {name.replace("__", "-"): value for name, value in changes.items()}


def sent(client, patient, **changes):
    return client.post(reverse("sample_record", args=[patient.code]), typed(**changes))


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


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"row0__printed": "1.500"}, "could mean 1.5 or 1500"),
        ({"row0__printed": "forty"}, "such as 44.7"),
        ({"row0__printed": "negative"}, "such as 44.7"),
        ({"row0__printed": ""}, "such as 44.7"),
        ({"row0__printed": "<0"}, "Nothing lies below 0."),
        ({"row0__printed": "0"}, "Tryptase is never 0"),
        ({"row0__printed": "44700"}, "No value is this large."),
        ({"row0__taken_on": "2999-01-01"}, "lies in the future"),
        ({"row0__taken_on": "1962-04-02", "row0__taken_clock": ""}, "before the birth date"),
        ({"row0__taken_on": "2026-02-30"}, "is not in the calendar"),
        ({"row0__taken_on": ""}, "Type a date"),
        ({"row0__taken_clock": "25:00"}, "such as 14:05"),
        ({"row0__taken_on": "2026-10-25", "row0__taken_clock": "02:30"}, "Add the offset: +02:00 or +01:00."),
        ({"row0__taken_on": "2026-03-29", "row0__taken_clock": "02:30"}, "The clock skipped this time"),
        ({"row0__of": str(uuid4())}, "Select a valid choice"),
        ({"row0__measured": "lactate mmol/L"}, "Select a valid choice"),
        ({"row0__measured": "specific_ige kU/L"}, "Type what was tested"),
        ({"row0__tested": "latex"}, "has a name of its own"),
        ({"row0__other_unit": "mg/L"}, "The unit is chosen with what was measured"),
        ({"row0__measured": "other", "row0__tested": "crp"}, "Type the unit."),
        (
            {"row0__measured": "other", "row0__tested": "x", "row0__printed": "negative", "row0__limit": "1"},
            "A limit belongs to a figure.",
        ),
        ({"row0__limit": "0.1234567"}, "at most 6 decimals"),
        ({"row1__printed": "?"}, "such as 44.7"),
        ({"entry_key": "nothing"}, "The page was incomplete."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_what_was_typed_stays(nurse, as_user, changes, told):
    patient = registered(nurse)
    response = sent(as_user(nurse), patient, **changes)
    page = response.content.decode()
    assert response.status_code == 200
    assert told in page
    assert 'value="2026-11-12"' in page
    assert not Sample.objects.exists()


def test_an_acute_sample_before_the_reaction_is_refused(nurse, as_user):
    patient, client = registered(nurse), as_user(nurse)
    key = str(reaction_row(patient, nurse).case_key)
    page = sent(client, patient, row0__of=key, row0__taken_clock="10:49").content.decode()
    assert "The reaction began later: 2026-11-02 10:30. A sample from before it is a baseline." in page
    assert not Sample.objects.exists()


def test_a_reaction_of_another_patient_cannot_be_named(nurse, as_user):
    patient, other = registered(nurse), registered(nurse, hospital_number="2")
    key = str(reaction_row(other, nurse).case_key)
    assert "Select a valid choice" in sent(as_user(nurse), patient, row0__of=key).content.decode()
    assert not Sample.objects.exists()


def test_an_empty_form_asks_for_one_sample(nurse, as_user):
    patient = registered(nurse)
    nothing = dict.fromkeys(("row0__printed", "row0__taken_on", "row0__taken_clock"), "")
    second = {"row1__printed": "", "row1__taken_on": "", "row1__limit": ""}
    page = sent(as_user(nurse), patient, **nothing, **second).content.decode()
    assert "Type at least one sample." in page
    assert page.count("invalid-feedback") == 1


def test_words_and_other_tests_are_recorded(nurse, as_user):
    patient, client = registered(nurse), as_user(nurse)
    ige = {"row0__measured": "specific_ige kU/L", "row0__tested": "phadiatop", "row0__printed": "Negative"}
    other = {"row1__measured": "other", "row1__tested": "C-reactive protein", "row1__other_unit": "mg/L"}
    assert sent(client, patient, **ige, **other).status_code == 302
    assert [(row.name, row.result, row.unit) for row in Sample.objects.order_by("id")] == [
        ("specific IgE: phadiatop", "negative", ""),
        ("C-reactive protein", "3.2\u00a0mg/L", "mg/L"),
    ]


def test_the_form_opens_for_the_reaction_that_asks(nurse, as_user):
    patient, client = registered(nurse), as_user(nurse)
    first, second = (str(reaction_row(patient, nurse).case_key) for _ in range(2))
    for asked, chosen in ((first, first), (second, second), ("", second), ("nonsense", second)):
        assert f'<option value="{chosen}" selected>' in page_of(client, patient, "sample_record", of=asked)
    assert '<option value="baseline" selected>' in page_of(client, patient, "sample_record", of="baseline")


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
