"""An earlier procedure: as little as a drug and a year is a record; what is wrong is told beside its field."""

import pytest
from django.urls import reverse

from procedures.models import Procedure
from procedures.recording.standing import of_procedure
from tests.clinic import registered
from tests.procedures.recording.given import hidden, page_of
from tests.procedures.recording.test_pages import read
from tests.procedures.records import procedure_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(nurse, as_user):
    return as_user(nurse)


def test_as_little_as_drug_and_year_is_a_record(client, nurse):
    patient = registered(nurse)
    page = client.get(reverse("procedure_new", args=[patient.code])).content.decode()
    answer = client.post(
        reverse("procedure_new", args=[patient.code]),
        hidden(page) | {"culprit": "carboplatin", "day": "2019", "steps": "12", "outcome": "tolerated"},
    )
    row = Procedure.objects.get()
    assert answer.url == page_of(row)
    stands = of_procedure(row)
    assert (stands.particulars.day_text, stands.particulars.steps, stands.particulars.bags) == ("2019", 12, None)
    said = read(client, row)
    assert "Place not recorded" in said
    assert "Planned dose not recorded" in said
    assert "cannot be computed: the schedule of an earlier protocol is missing" in said


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"culprit": ""}, "culprit"),
        ({"day": "1900"}, "day"),
        ({"steps": "12", "last_step": "13", "outcome": "stopped"}, "last_step"),
        ({"planned_dose": "100", "planned_dose_unit": "mg", "delivered": "101", "delivered_unit": "mg"}, "delivered"),
        ({"planned_dose": "1", "planned_dose_unit": "g", "delivered": "1001", "delivered_unit": "mg"}, "delivered"),
        ({"planned_dose": "100"}, "planned_dose_unit"),
        ({"outcome": "stopped"}, "doubt_reason"),
    ],
)
def test_the_short_form_tells_what_is_wrong(client, nurse, changes, wrong):
    patient = registered(nurse)
    data = {"culprit": "carboplatin", "day": "2019-05-03", "outcome": "tolerated"} | changes
    answer = client.post(reverse("procedure_new", args=[patient.code]), data | {"entry_key": str(patient_key())})
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {wrong}


def patient_key():
    return "6f1f5c0e-7a2b-4a3e-9d6c-0d6f4f0b1a11"


def test_the_same_drug_twice_on_a_day_asks(client, nurse):
    patient = registered(nurse)
    procedure_of(patient, nurse)
    data = {"culprit": "Oxaliplatin", "day": "2026-11-10", "outcome": "tolerated", "entry_key": patient_key()}
    answer = client.post(reverse("procedure_new", args=[patient.code]), data)
    assert "Another procedure of this drug is recorded on the same day." in answer.content.decode()
    other_day = client.post(reverse("procedure_new", args=[patient.code]), data | {"day": "2026-11"})
    assert other_day.status_code == 302


def test_the_drug_of_a_recorded_procedure_cannot_be_typed_over(client, nurse):
    row = procedure_of(registered(nurse), nurse)
    page = client.get(page_of(row, "procedure_correct")).content.decode()
    assert 'name="culprit"' not in page
    assert "Culprit drug: oxaliplatin." in page
    data = {"culprit": "carboplatin", "day": "2026-11-10", "steps": "12", "why": "read again"}
    answer = client.post(page_of(row, "procedure_correct"), hidden(page) | data)
    assert answer.status_code == 302
    row.refresh_from_db()
    assert (row.culprit, of_procedure(row).particulars.steps) == ("oxaliplatin", 12)
