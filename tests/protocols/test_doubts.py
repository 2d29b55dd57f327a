"""A dose or rate that looks like a slip of its unit is asked back, kept as typed, and confirmed or corrected."""

import json
from decimal import Decimal

import pytest
from django.urls import reverse

from protocols.models import Version
from tests.clinic import libraries, registered, typed
from tests.number_linter import visible_text
from tests.patients.background import records
from tests.protocols.editor_page import Editor
from tests.queries import queries_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def patient(allergist):
    libraries()
    return registered(allergist)


def opened(client, patient, **changes):
    editor = Editor(client, reverse("protocol_new", args=[patient.code]))
    editor.send(**typed(entry_key=editor.values["entry_key"], **changes))
    return editor


def words(html):
    return " ".join(visible_text(html.replace("\u202f", "")).split())


@pytest.mark.parametrize(
    ("changes", "key", "asked"),
    [
        ({"target_dose": "1.2"}, "target_dose=1.2", "1.2 mg is 1 in 1000 of the usual 1200 mg"),
        ({"target_dose": "1200000"}, "target_dose=1200000", "1200000 mg is 1000 times the usual 1200 mg"),
        ({"ordered_dose": "1.2", "dose_reason": "x"}, "ordered_dose=1.2", "1.2 mg is 1 in 1000"),
        ({"final_rate_ml_h": "1.3"}, "final_rate_ml_h=1.3", "1.3 mL/h is 1 in 61.54 of the template's 80 mL/h"),
    ],
)
def test_a_likely_slip_is_asked_back_and_nothing_is_saved_until_it_is_confirmed(
    patient, allergist, as_user, changes, key, asked
):
    editor = opened(as_user(allergist), patient, **changes)
    assert asked in words(editor.html)
    assert editor.send("save").status_code == 200
    assert not Version.objects.exists()
    for name, value in changes.items():
        assert editor.values[name] == value
    editor.send(confirmed=f"{key}0")
    assert asked in words(editor.html)
    assert "confirmed" not in editor.values
    editor.send(confirmed=key)
    assert editor.values["confirmed"] == key
    assert "Correct it, or confirm it" not in words(editor.html.partition('id="schedule"')[2])


def test_what_was_confirmed_is_kept_shown_and_asked_again_for_another_figure(patient, allergist, as_user):
    client = as_user(allergist)
    editor = opened(client, patient, target_dose="6")
    editor.send(confirmed="target_dose=6")
    assert editor.send("save").status_code == 302
    version = Version.objects.get()
    assert json.loads(version.document)["choices"]["confirmed"] == "target_dose=6"
    page = client.get(reverse("version", args=[patient.code, version.protocol.code, 1])).content.decode()
    assert "Confirmed as unusual target dose 6 mg" in words(page)
    again = Editor(client, reverse("version_new", args=[patient.code, version.protocol.code]))
    assert again.values["confirmed"] == "target_dose=6"
    again.send(target_dose="5")
    assert "confirmed" not in again.values


def test_the_answer_to_htmx_begins_and_ceases_to_ask_and_leaves_a_box_alone(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    assert 'id="doubts"' not in answer(editor)
    asked = answer(editor, target_dose="1.2")
    assert 'id="doubts" hx-swap-oob="true"' in asked
    assert 'value="target_dose=1.2"' in asked
    assert 'id="doubts"' not in answer(editor, target_dose="1.2", doubted="target_dose=1.2; ")
    assert 'id="doubts" hx-swap-oob="true"' in answer(editor, doubted="target_dose=1.2; ")


def answer(editor, **changes):
    editor.typed(**changes)
    return editor.answer


def test_the_amount_that_is_ordered_of_the_patient_counts_in_its_own_unit(patient, allergist, as_user):
    of_line = records.line(patient, allergist)
    flat = {"basis": "flat", "factor": None, "inputs": ""}
    records.dose(of_line, allergist, drug="Eloxatin", amount=Decimal(150), unit="g", **flat)
    chosen = {"drug": "oxaliplatin", "template": "generic-12-step", "target_dose": "150"}
    editor = opened(as_user(allergist), patient, **chosen)
    assert "150 mg is 1 in 1000 of the usual 150000 mg" in words(editor.html)


def test_where_no_usual_dose_is_known_that_is_said(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient, drug="oxaliplatin", template="generic-12-step", target_dose="150")
    assert "were not compared with any" in words(editor.html)
    assert "were not compared" not in words(opened(as_user(allergist), patient).html)


def test_asking_takes_the_same_queries_however_often(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    editor.typed()
    once = queries_of(lambda: editor.typed(target_dose="1.2", doubted="target_dose=1.2; "))
    many = queries_of(lambda: editor.typed(target_dose="1.2", ordered_dose="1.2", final_rate_ml_h="1.3"))
    assert once == many
