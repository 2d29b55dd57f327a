"""Entered in error: stays visible, struck, with the reason; counts nowhere."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import SuspiciousOperation
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from desens.audit.models import AuditEvent
from patients import services
from patients.keeping_services import InErrorAlreadyError, mark_in_error
from patients.models import AllergyLabel, AllergyLabelInError, Measurement, MeasurementInError, NoKnownAllergies
from patients.selectors import identity, latest_measurement, standing_labels
from tests.clinic import labelled, registered, weighed
from tests.records.races import RACES, run_races

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = date(2026, 11, 20)


def mark(entry, by, reason="of another patient", key=None):
    return mark_in_error(entry=entry, reason=reason, entry_key=key or uuid4(), by=by, at=timezone.now())


def address(kind, entry):
    return reverse("entry_error", args=[entry.patient.code, kind, entry.entry_key])


def send(client, kind, entry, **values):
    return client.post(address(kind, entry), {"reason": "of another patient", "entry_key": str(uuid4())} | values)


def test_the_weight_before_counts_again(nurse):
    patient = registered(nurse)
    weighed(patient, nurse, "71")
    weighed(patient, nurse, "17", on=date(2026, 11, 9))
    mark(Measurement.objects.last(), nurse)
    assert str(latest_measurement(patient, "weight").quantity) == "71\u00a0kg"
    mark(Measurement.objects.first(), nurse)
    assert latest_measurement(patient, "weight") is None
    assert Measurement.objects.count() == 2


def test_the_label_before_stands_again(allergist):
    patient = registered(allergist)
    labelled(patient, allergist, "Penicillin", "confirmed")
    labelled(patient, allergist, "penicillin", "refuted")
    mark(AllergyLabel.objects.last(), allergist)
    assert [label.status for label in standing_labels(patient)] == ["confirmed"]
    mark(AllergyLabel.objects.first(), allergist)
    assert identity(patient, viewer=allergist, on=TODAY).allergy_statement == "not recorded"


def test_a_statement_in_error_is_none(nurse):
    patient = registered(nurse)
    services.state_no_known_allergies(patient=patient, stated_on=TODAY, entry_key=uuid4(), by=nurse, at=timezone.now())
    assert identity(patient, viewer=nurse, on=TODAY).none_known_on == TODAY
    mark(NoKnownAllergies.objects.get(), nurse)
    assert identity(patient, viewer=nurse, on=TODAY).allergy_statement == "not recorded"


def test_the_page_shows_it_struck_with_reason_and_person(nurse, as_user):
    patient, client = registered(nurse), as_user(nurse)
    weighed(patient, nurse, "17")
    labelled(patient, nurse, "latex")
    assert "17\u00a0kg · 2026-11-02" in client.get(address("measurements", Measurement.objects.get())).content.decode()
    assert send(client, "measurements", Measurement.objects.get()).status_code == 302
    assert send(client, "allergies", AllergyLabel.objects.get(), reason="misheard").status_code == 302
    page = client.get(reverse("patient", args=[patient.code])).content.decode()
    assert '<s><span class="figure">17\u00a0kg</span></s>' in page
    assert "<s>latex</s>" in page
    assert f"Entered in error ({nurse}): misheard" in page
    event = AuditEvent.objects.filter(action="marked in error").first()
    assert (event.subject, event.patient_code, event.by) == ("measurement", patient.code, nurse.username)


def test_a_reason_is_demanded(nurse, as_user):
    weighed(registered(nurse), nurse)
    page = send(as_user(nurse), "measurements", Measurement.objects.get(), reason=" ").content.decode()
    assert "This field is required" in page
    with pytest.raises(IntegrityError, match="measurementinerror_reason"):
        mark(Measurement.objects.get(), nurse, reason="")
    assert not MeasurementInError.objects.exists()


def test_an_entry_is_marked_once_and_the_second_is_told_by_whom(nurse, allergist, as_user):
    patient = registered(nurse)
    weighed(patient, nurse)
    entry = Measurement.objects.get()
    first = mark(entry, nurse, key=(key := uuid4()))
    assert mark(entry, nurse, key=key) == first
    with pytest.raises(InErrorAlreadyError):
        mark(entry, allergist)
    page = as_user(allergist).post(
        address("measurements", entry), {"reason": "me too", "entry_key": str(uuid4())}, follow=True
    )
    assert f"{nurse} marked this entry before you" in page.content.decode()
    assert AuditEvent.objects.filter(action="marked in error").count() == 1


def test_a_key_of_another_entry_is_refused(nurse):
    patient, key = registered(nurse), uuid4()
    weighed(patient, nurse)
    weighed(patient, nurse, "72")
    mark(Measurement.objects.first(), nurse, key=key)
    with pytest.raises(SuspiciousOperation):
        mark(Measurement.objects.last(), nurse, key=key)


def test_marks_at_once_leave_one_and_tell_the_other(nurse):
    patient, races = registered(nurse), RACES // 10
    for _ in range(races):
        weighed(patient, nurse)
    entries = list(Measurement.objects.order_by("id"))
    outcomes = run_races(lambda race, writer: mark(entries[race], nurse, reason=f"writer {writer}").pk, races=races)
    for outcome in outcomes:
        assert sum(isinstance(one, InErrorAlreadyError) for one in outcome) == 1, outcome
    assert MeasurementInError.objects.count() == races


@pytest.mark.parametrize("kind", ["allergies", "statements", "patients", "x"])
def test_an_entry_of_another_kind_is_not_found(nurse, as_user, kind):
    weighed(registered(nurse), nurse)
    assert as_user(nurse).get(address(kind, Measurement.objects.get())).status_code == 404


def test_who_may_not_mark_gets_no_way_to_it(nurse, pharmacist, as_user):
    patient = registered(nurse)
    labelled(patient, nurse)
    assert send(as_user(pharmacist), "allergies", AllergyLabel.objects.get()).status_code == 403
    assert "/error/" not in as_user(pharmacist).get(reverse("patient", args=[patient.code])).content.decode()
    assert not AllergyLabelInError.objects.exists()
