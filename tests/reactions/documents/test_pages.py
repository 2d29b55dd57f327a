"""The addresses of the papers: who prints, what is noted, at how many queries."""

import pytest
from django.urls import reverse

from desens.audit.models import AuditEvent
from tests.clinic import registered
from tests.queries import queries_of
from tests.reactions.assessing.records import challenge_row, grounds_row
from tests.reactions.assessing.scene import measured, reacted
from tests.reactions.documents.scene import everything, label, with_skin_tests
from tests.reactions.recording.records import reaction_row

pytestmark = pytest.mark.django_db


def report(reaction) -> str:
    return reverse("reaction_report", args=[reaction.patient.code, reaction.case_key])


def card(patient) -> str:
    return reverse("patient_card", args=[patient.code])


def test_a_print_is_an_event_of_the_patient(allergist, as_user):
    reaction = everything(allergist)
    for address, subject, code in (
        (report(reaction), "allergy report", str(reaction.case_key)),
        (card(reaction.patient), "allergy card", reaction.patient.code),
    ):
        response = as_user(allergist).get(address)
        assert response.headers["Content-Type"] == "application/pdf"
        assert response.content.startswith(b"%PDF")
        event = AuditEvent.objects.latest("id")
        assert (event.action, event.subject, event.subject_code) == ("printed", subject, code)
        assert (event.by, event.patient_code) == (allergist.username, reaction.patient.code)


def test_what_cannot_be_printed_is_no_event(allergist, as_user):
    patient = registered(allergist)
    before = AuditEvent.objects.count()
    assert as_user(allergist).get(card(patient)).status_code == 422
    reaction = reacted(allergist, patient=patient, note="\u738b")
    response = as_user(allergist).get(report(reaction))
    assert response.status_code == 422
    assert "U+738B" in response.content.decode()
    assert not AuditEvent.objects.filter(action="printed").exists()
    assert AuditEvent.objects.count() == before


def test_only_who_prints_reports_gets_them(nurse, reviewer, outsider, allergist, as_user):
    reaction = reacted(allergist)
    label(reaction.patient, allergist)
    for user in (nurse, reviewer, outsider):
        for address in (report(reaction), card(reaction.patient)):
            response = as_user(user).get(address)
            assert response.status_code == 403
            assert b"%PDF" not in response.content
    assert as_user(allergist).post(report(reaction)).status_code == 405


def test_another_patients_reaction_is_not_found(allergist, as_user):
    reaction, other = reacted(allergist), registered(allergist, hospital_number="654321")
    address = reverse("reaction_report", args=[other.code, reaction.case_key])
    assert as_user(allergist).get(address).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_a_letter_takes_the_same_queries_for_one_row_of_each_kind_and_for_three(allergist, as_user, count):
    reaction = reacted(allergist)
    for _ in range(count):
        measured(reaction, allergist)
        with_skin_tests(reaction, allergist)
        reaction_row(reaction.patient, allergist)
        challenge_row(reaction.patient, allergist)
        label(reaction.patient, allergist)
    client = as_user(allergist)
    assert queries_of(lambda: client.get(report(reaction))) == 39


@pytest.mark.parametrize("count", [1, 3])
def test_a_card_takes_the_same_queries_for_one_row_of_each_kind_and_for_three(allergist, as_user, count):
    patient = registered(allergist)
    for number in range(count):
        label(patient, allergist, substance=f"drug {number}")
        reaction_row(patient, allergist, culprit=f"drug {number}")
        grounds_row(patient, allergist, culprit=f"drug {number}")
        challenge_row(patient, allergist, culprit=f"drug {number}")
    client = as_user(allergist)
    assert queries_of(lambda: client.get(card(patient))) == 21


def test_who_may_print_finds_the_buttons_and_nobody_else(nurse, allergist, as_user):
    reaction = reacted(allergist)
    label(reaction.patient, allergist)
    code = reaction.patient.code
    pages = {
        reverse("reaction", args=[code, reaction.case_key]): report(reaction),
        reverse("reaction_list", args=[code]): card(reaction.patient),
        reverse("patient", args=[code]): card(reaction.patient),
    }
    for page, button in pages.items():
        assert f'href="{button}"' in as_user(allergist).get(page).content.decode()
        assert f'href="{button}"' not in as_user(nurse).get(page).content.decode()
