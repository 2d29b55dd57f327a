"""The samples' form: what it takes, what it refuses, and that what was typed stays."""

from uuid import uuid4

import pytest

from reactions.models import Sample
from tests.clinic import registered
from tests.reactions.recording.records import reaction_row
from tests.reactions.samples.typed import page_of, sent

pytestmark = pytest.mark.django_db


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
