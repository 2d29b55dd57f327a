"""The page of a procedure, its correction and its error: what was recorded is seen, also what was struck."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from desens.audit.models import AuditEvent
from procedures.models import InfusionEvent, InfusionEventInError, Particulars, Procedure
from procedures.recording.standing import of_procedure
from reactions.models import GradeDecision, Reaction
from tests.clinic import registered
from tests.procedures.recording.given import hidden, page_of, recorded_from, released_version
from tests.procedures.records import breakthrough_of, procedure_of
from tests.protocols.releasing.ready import text_of
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(nurse, as_user):
    return as_user(nurse)


@pytest.fixture
def recorded(client, allergist, pharmacist):
    return recorded_from(client, released_version(allergist, pharmacist), s3__heart_rate="98")


def read(client, row, name="procedure"):
    return text_of(client.get(page_of(row, name)).content.decode())


def sent_as_opened(client, row, **changes):
    """The correction as it opens, with changes."""
    form = client.get(page_of(row, "procedure_correct")).context["form"]
    data = {}
    for one in (form, *form.rows):
        for bound in one:
            value = bound.value()
            if value not in (None, False, ""):
                data[bound.html_name] = "on" if value is True else str(bound.field.prepare_value(value))
    changed = {name.replace("__", "-"): value for name, value in changes.items()}
    return client.post(page_of(row, "procedure_correct"), data | {"why": "read again"} | changed)


def test_a_correction_that_changes_nothing_stores_nothing_but_who_looked_again(client, recorded):
    assert sent_as_opened(client, recorded).url == page_of(recorded)
    assert InfusionEvent.objects.count() == 16
    assert not InfusionEventInError.objects.exists()
    assert Particulars.objects.count() == 2
    assert of_procedure(recorded).ending.number == 1


def test_what_was_corrected_is_struck_beside_what_stands(client, recorded):
    assert sent_as_opened(client, recorded, s3__start="0840").status_code == 302
    html = client.get(page_of(recorded)).content.decode()
    struck = [text_of(part) for part in re.findall("<s>(.*?)</s>", html, re.DOTALL)]
    assert any("step 3 started" in line and "08:30" in line for line in struck)
    assert any("step 16 started" in line for line in struck)
    assert "corrected by nurse.one" in text_of(html) or "corrected by Nurse One" in text_of(html)
    assert "read again" in text_of(html)
    assert "08:40" in text_of(html)


def test_what_did_not_happen_is_struck_with_the_reason(client, recorded):
    assert sent_as_opened(client, recorded, s3__heart_rate="").status_code == 302
    assert "entered in error" in read(client, recorded)
    assert of_procedure(recorded).vitals == ()


def test_the_second_of_two_corrections_sees_both(client, recorded):
    opened = client.get(page_of(recorded, "procedure_correct")).content.decode()
    assert sent_as_opened(client, recorded, staff="first").status_code == 302
    data = hidden(opened) | {
        "day": of_procedure(recorded).particulars.day_text,
        "started": "0800",
        "as_planned": "on",
        "outcome": "tolerated",
        "last_step": "16",
        "staff": "second",
        "why": "as I know it",
        "s3-heart_rate": "98",
        "place": "day hospital",
        "cycle_number": "1",
        "delivered_unit": "mg",
    }
    refused = client.post(page_of(recorded, "procedure_correct"), data)
    assert refused.status_code == 409
    page = refused.content.decode()
    said = text_of(page)
    assert "Staff first second" in said
    assert Particulars.objects.count() == 2
    assert client.post(page_of(recorded, "procedure_correct"), data | hidden(page)).status_code == 302
    assert of_procedure(recorded).particulars.staff == "second"


def test_an_error_strikes_the_whole_and_the_version_may_be_recorded_anew(client, recorded):
    page = client.get(page_of(recorded, "procedure_error")).content.decode()
    answer = client.post(page_of(recorded, "procedure_error"), hidden(page) | {"reason": "another patient"})
    assert answer.url == page_of(recorded)
    assert "another patient" in read(client, recorded)
    assert client.get(page_of(recorded, "procedure_correct")).url == page_of(recorded)
    again = recorded_from(client, recorded.version)
    assert (again.turn, again.pk != recorded.pk) == (2, True)


def test_an_error_needs_a_reason(client, recorded):
    assert client.post(page_of(recorded, "procedure_error"), {"reason": ""}).status_code == 200
    assert not hasattr(Procedure.objects.get(pk=recorded.pk), "error")


def test_another_patients_procedure_is_not_found(client, recorded, nurse):
    other = registered(nurse, hospital_number="2")
    for name in ("procedure", "procedure_correct", "procedure_error"):
        assert client.get(reverse(name, args=[other.code, recorded.code])).status_code == 404
    version = recorded.version
    wrong = reverse("procedure_given", args=[other.code, version.protocol.code, version.number])
    assert client.get(wrong).status_code == 404


def test_a_look_is_noted(client, recorded):
    before = AuditEvent.objects.filter(subject="procedures", action="looked").count()
    read(client, recorded)
    assert AuditEvent.objects.filter(subject="procedures", action="looked").count() == before + 1


def test_the_pages_cost_the_same_however_much_was_recorded(client, recorded, nurse):
    bare = procedure_of(registered(nurse, hospital_number="3"), nurse, day=date(2026, 11, 9))
    pages = [page_of(recorded), page_of(bare), page_of(recorded, "procedure_correct")]
    assert [queries_of(lambda page=page: client.get(page)) for page in pages] == [24, 23, 26]


def test_a_reaction_recorded_after_the_outcome_contradicts_it_until_a_reason_is_given(client, nurse, allergist):
    row = procedure_of(registered(nurse), nurse, ending={"outcome": "tolerated", "last_step": 16})
    said = "It was tolerated, but a reaction of grade 2 or 3 is recorded with it."
    tie = breakthrough_of(row, nurse)
    assert said not in read(client, row)
    decision_row(tie, allergist, 2)
    assert said in read(client, row)
    asked = sent_as_opened(client, row)
    assert set(asked.context["form"].errors) == {"doubt_reason"}
    answer = sent_as_opened(client, row, told="tolerated-with-reaction", doubt_reason="after the drug had ended")
    assert answer.status_code == 302
    assert "after the drug had ended" in read(client, row)


def decision_row(tie, by, grade):
    """The grade an allergist decided of the reaction."""
    reaction = Reaction.objects.get(case_key=tie.reaction_case)
    GradeDecision.objects.create(
        patient=reaction.patient,
        reaction=reaction,
        scale="brown",
        proposed=grade,
        decided=grade,
        because="urticaria",
        source="Brown 2004",
        entry_key=uuid4(),
        recorded_by=by,
        recorded_at=timezone.now(),
    )
