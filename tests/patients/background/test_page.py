"""The background's page: what it tells, whom, and how many queries it takes."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertNumQueries

from desens.audit.models import AuditEvent
from tests.clinic import labelled, registered
from tests.patients.background import records
from tests.patients.background.typed import page_of

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_washout_is_told_with_its_source_and_what_is_missing(nurse, as_user):
    patient, client = registered(nurse), as_user(nurse)
    last = timezone.localdate() - timedelta(days=3)
    common = {"medicine_class": "antihistamine_second"}
    records.medicine(patient, nurse, name="cetirizine", intake="taken", last_intake_on=last, **common)
    records.medicine(patient, nurse, name="ebastine", intake="unknown", **common)
    page = page_of(client, patient)
    assert "too short" in page
    assert (last + timedelta(days=7)).isoformat() in page
    assert "cannot be computed: the last intake is missing" in page
    assert "AAAAI" in page
    assert "read in a copy of the source" in page


def test_what_is_open_stands_on_the_overview_until_it_is_done(nurse, as_user):
    patient, client = registered(nurse), as_user(nurse)
    overview = reverse("patient", args=[patient.code])
    assert "Still open in the background" not in client.get(overview).content.decode()
    records.dose(records.line(patient, nurse), nurse)
    records.medicine(patient, nurse)
    page = client.get(overview).content.decode()
    assert "carboplatin is ordered by AUC: no creatinine of the last 30 days" in page
    assert "Beta-blocker (bisoprolol): decide" in page
    records.value(patient, nurse, measured_on=timezone.localdate())
    records.medicine(patient, nurse, decision="hold the dose before")
    assert "Still open in the background" not in client.get(overview).content.decode()


def test_every_change_of_an_allergy_stands_with_date_and_person(allergist, nurse, as_user):
    patient = registered(allergist)
    labelled(patient, nurse, "carboplatin", "suspected")
    labelled(patient, allergist, "carboplatin", "refuted")
    page = page_of(as_user(nurse), patient)
    section = page[page.index('id="labels"') :]
    assert "<s>carboplatin</s>" in section
    assert section.index("refuted") < section.index("suspected")
    assert str(allergist) in section
    assert str(nurse) in section
    assert timezone.localdate().isoformat() in section


def test_a_mistake_is_marked_from_the_page_and_stays_struck(nurse, as_user):
    patient, client = registered(nurse), as_user(nurse)
    records.value(patient, nurse)
    address = re.search(r'href="([^"]*/values/[^"]*/error/)"', page_of(client, patient)).group(1)
    assert "serum creatinine · 0.85\u00a0mg/dL" in client.get(address).content.decode()
    response = client.post(address, {"reason": "wrong patient", "entry_key": str(uuid4())})
    assert response.url == reverse("background", args=[patient.code])
    page = page_of(client, patient)
    assert "wrong patient" in page
    assert re.search(r"<s><span[^>]*>0.85\u00a0mg/dL", page)


def test_the_page_of_everything_shows_each_kind(nurse, as_user):
    patient = registered(nurse)
    records.everything(patient, nurse)
    page = page_of(as_user(nurse), patient)
    for text in ("ovarian cancer", "every 21 days", "180\u00a0mg/m²", "0.905\u00a0mg/dL", "bisoprolol", "mannitol"):
        assert text in page
    assert "Dr. Oncologist Example" in page
    assert "FEV1, % of predicted <span" in page


def test_a_reviewer_reads_it_without_the_name_and_records_nothing(nurse, reviewer, as_user):
    patient = registered(nurse)
    records.everything(patient, nurse)
    page = page_of(as_user(reviewer), patient)
    assert f"Patient {patient.code}" in page
    assert "Dr. Oncologist Example" in page
    assert not any(secret in page for secret in ("NÚÑEZ", "123456", "1962", "/new/", "/error/"))


def test_a_look_at_the_background_is_an_event(pharmacist, nurse, as_user):
    patient = registered(nurse)
    page_of(as_user(pharmacist), patient)
    event = AuditEvent.objects.latest("id")
    assert (event.action, event.subject, event.by) == ("looked", "background", pharmacist.username)
    assert event.patient_code == patient.code


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_a_literal_number_of_queries(nurse, as_user, rows):
    patient = registered(nurse)
    for _ in range(rows):
        records.everything(patient, nurse)
    client = as_user(nurse)
    page_of(client, patient)
    with assertNumQueries(25 + (connection.vendor == "postgresql")):  # the chain's advisory lock
        page_of(client, patient)
