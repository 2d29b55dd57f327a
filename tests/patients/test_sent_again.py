"""A form changed after it was sent, under the key of the first sending: told, never taken for a retry."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from desens.records.once import OtherContentError
from patients.models import AllergyLabel, Measurement
from patients.services import NewLabel, NewMeasurement, record_allergy, record_measurements
from tests.clinic import registered

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2026, 11, 2)


def test_a_corrected_weight_is_not_told_as_recorded(nurse):
    common = {"patient": registered(nurse), "entry_key": uuid4(), "by": nurse, "at": timezone.now()}
    record_measurements(new=[NewMeasurement(kind="weight", value=Decimal(17), measured_on=DAY)], **common)
    with pytest.raises(OtherContentError):
        record_measurements(new=[NewMeasurement(kind="weight", value=Decimal(71), measured_on=DAY)], **common)
    assert Measurement.objects.get().value == 17


def test_a_changed_allergy_status_is_not_told_as_recorded(nurse):
    common = {"patient": registered(nurse), "entry_key": uuid4(), "by": nurse, "at": timezone.now()}
    for status in ("refuted", "refuted"):
        record_allergy(new=NewLabel(substance="penicillin", status=status, reaction="", noted_on=DAY), **common)
    with pytest.raises(OtherContentError):
        record_allergy(new=NewLabel(substance="penicillin", status="confirmed", reaction="", noted_on=DAY), **common)
    assert AllergyLabel.objects.get().status == "refuted"


def test_the_page_says_that_the_correction_is_not_kept(nurse, as_user):
    patient = registered(nurse)
    address = reverse("measurement_record", args=[patient.code])
    sent = {"weight": "57", "height": "", "measured_on": "2026-11-02", "entry_key": str(uuid4())}
    client = as_user(nurse)
    assert client.post(address, sent).status_code == 302
    answer = client.post(address, sent | {"weight": "67"})
    assert answer.status_code == 409
    assert "Not saved" in answer.content.decode()
