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


@pytest.mark.parametrize("name", ["patient_amend", "patient_state", "patient_join"])
def test_the_pages_that_keep_a_record_right_are_looks(allergist, as_user, name):
    patient = registered(allergist)
    as_user(allergist).get(reverse(name, args=[patient.code]))
    event = AuditEvent.objects.get(action="looked")
    assert (event.by, event.patient_code) == (allergist.username, patient.code)


def test_comparing_two_records_is_a_look_at_both(allergist, as_user):
    two = [registered(allergist), registered(allergist, hospital_number="2")]
    data = {"other": "2", "reason": "twice", "entry_key": "00000000-0000-0000-0000-000000000001"}
    as_user(allergist).post(reverse("patient_join", args=[two[0].code]), data)
    looks = AuditEvent.objects.filter(action="looked").values_list("patient_code", flat=True)
    assert sorted(looks) == sorted(record.code for record in two)
