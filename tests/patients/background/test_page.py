"""The background's page: what it tells, whom, and how many queries it takes."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

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
