"""What is open in the background stands on the overview until it is done."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.clinic import registered
from tests.patients.background import records

pytestmark = pytest.mark.django_db(transaction=True)


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
