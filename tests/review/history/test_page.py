"""The page: who sees it, what it says, at how many queries."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.html import escape

from desens.audit.models import AuditEvent
from reactions.models import Reaction
from tests.browser.pages_of_history import everything
from tests.clinic import registered
from tests.protocols.documents.test_injection import PAYLOADS
from tests.queries import queries_of
from tests.review.history import made

pytestmark = pytest.mark.django_db


def page(client, patient) -> str:
    response = client.get(reverse("history", args=[patient.code]))
    assert response.status_code == 200
    return response.content.decode()


def test_an_empty_page_says_what_to_do(nurse, as_user):
    text = page(as_user(nurse), registered(nurse))
    assert "Nothing is recorded for the history yet" in text
    assert "of an old one date, drug, steps and outcome are enough" in text


def test_a_look_is_an_event_of_the_patient(nurse, as_user):
    patient = registered(nurse)
    page(as_user(nurse), patient)
    event = AuditEvent.objects.latest("id")
    assert (event.action, event.subject, event.patient_code) == ("looked", "history", patient.code)


@pytest.mark.parametrize("count", [1, 3, 120])
def test_the_page_takes_the_same_queries_whatever_its_length(nurse, as_user, count):
    patient = registered(nurse)
    made.of_each_kind(patient, nurse, count)
    client = as_user(nurse)
    assert queries_of(lambda: page(client, patient)) == 38


def pdf_address(patient) -> str:
    return reverse("history_pdf", args=[patient.code])


@pytest.mark.parametrize("count", [1, 3, 120])
def test_the_paper_takes_the_same_queries_whatever_its_length(allergist, as_user, count):
    patient = registered(allergist)
    made.of_each_kind(patient, allergist, count)
    client = as_user(allergist)
    assert queries_of(lambda: client.get(pdf_address(patient))) == 39


def test_a_print_is_an_event_of_the_patient_and_its_file_is_named_by_the_code(allergist, as_user):
    patient = registered(allergist)
    made.procedure(patient, allergist)
    response = as_user(allergist).get(pdf_address(patient))
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")
    assert f'filename="history-{patient.code}-' in response.headers["Content-Disposition"]
    event = AuditEvent.objects.latest("id")
    assert (event.action, event.subject, event.patient_code) == ("printed", "history", patient.code)


def test_what_cannot_be_printed_is_no_event(allergist, as_user):
    patient = registered(allergist)
    made.procedure(patient, allergist, culprit="\u738b")
    response = as_user(allergist).get(pdf_address(patient))
    assert response.status_code == 422
    assert "U+738B" in response.content.decode()
    assert not AuditEvent.objects.filter(action="printed").exists()


def test_only_who_prints_reports_finds_the_button_and_gets_the_paper(allergist, nurse, reviewer, outsider, as_user):
    patient = registered(allergist)
    made.procedure(patient, allergist)
    assert pdf_address(patient) in page(as_user(allergist), patient)
    for user in (nurse, reviewer):
        assert pdf_address(patient) not in page(as_user(user), patient)
    for user in (nurse, reviewer, outsider):
        response = as_user(user).get(pdf_address(patient))
        assert response.status_code == 403
        assert b"%PDF" not in response.content
    assert as_user(outsider).get(reverse("history", args=[patient.code])).status_code == 403


def test_the_reviewer_sees_age_and_code_only(allergist, reviewer, as_user):
    patient = registered(allergist)
    everything(patient, allergist)
    text = page(as_user(reviewer), patient)
    assert f"Patient {patient.code}" in text
    for secret in ("Núñez", "NÚÑEZ", "1962-04-03", "123456"):
        assert secret not in text, secret


def test_every_row_leads_to_its_record(allergist, as_user):
    patient = registered(allergist)
    everything(patient, allergist)
    text = page(as_user(allergist), patient)
    for row in Reaction.objects.filter(patient=patient):
        assert reverse("reaction", args=[patient.code, row.case_key]) in text
    assert reverse("samples", args=[patient.code]) in text
    for drug in ("oxaliplatin", "carboplatin"):
        assert f">{drug}</h2>" in text


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_only_shown(allergist, as_user, payload):
    patient = registered(allergist)
    note = {"protocol_note": payload, "staff": payload}
    made.procedure(patient, allergist, culprit=payload, ending=made.stopped(3, reason=payload), particulars=note)
    made.dose(patient, allergist, date(2026, 9, 1), culprit=payload, adjuvant="other", other_name=payload, note=payload)
    text = page(as_user(allergist), patient)
    if escape(payload) != payload:
        assert payload not in text
    assert text.count(escape(payload)) >= 5


def test_another_method_is_refused_and_no_patient_is_not_found(allergist, as_user):
    patient = registered(allergist)
    client = as_user(allergist)
    for name in ("history", "history_pdf"):
        assert client.post(reverse(name, args=[patient.code])).status_code == 405
        assert client.get(reverse(name, args=["nobody"])).status_code == 404
