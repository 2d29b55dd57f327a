"""A form with the patient's banner shows who the patient is: opening it is a look (design.md 5.5)."""

import pytest
from django.urls import reverse

from desens.audit.models import AuditEvent
from tests.clinic import registered

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("name", ["patient", "measurement_record", "allergy_record"])
def test_every_page_with_the_patients_banner_is_a_look(nurse, as_user, name):
    patient = registered(nurse)
    as_user(nurse).get(reverse(name, args=[patient.code]))
    event = AuditEvent.objects.get(action="looked")
    assert (event.by, event.patient_code) == (nurse.username, patient.code)
