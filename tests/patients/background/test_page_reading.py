"""Who reads the page, what each look leaves behind, and how many queries it takes."""

import pytest
from django.db import connection
from pytest_django.asserts import assertNumQueries

from desens.audit.models import AuditEvent
from tests.clinic import registered
from tests.patients.background import records
from tests.patients.background.typed import page_of

pytestmark = pytest.mark.django_db(transaction=True)


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
    assert "typed text, hidden without the identity permission" in page
    assert not any(secret in page for secret in ("Oncologist Example", "NÚÑEZ", "123456", "1962", "/new/", "/error/"))


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
