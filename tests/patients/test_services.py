"""Writing about patients: once, with its audit event, or not at all."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import SuspiciousOperation
from django.utils import timezone

from desens.audit.models import AuditEvent
from patients import services
from patients.models import AllergyLabel, Measurement, NoKnownAllergies, Patient
from patients.selectors import identity, standing_labels
from patients.services import AllergiesKnownError, HospitalNumberTakenError, NewMeasurement, NewPatient
from tests.clinic import labelled, registered, weighed
from tests.records.races import RACES, run_races

pytestmark = pytest.mark.django_db(transaction=True)


def statement(patient, by):
    return services.state_no_known_allergies(
        patient=patient, stated_on=date(2026, 11, 2), entry_key=uuid4(), by=by, at=timezone.now()
    )


def test_registering_stores_the_patient_and_its_event_together(nurse):
    patient = registered(nurse)
    event = AuditEvent.objects.latest("id")
    assert (event.action, event.patient_code, event.by) == ("registered", patient.code, nurse.username)
    assert "123456" in event.after
    assert patient.code not in ("123456", str(patient.pk))


def test_a_hospital_number_is_given_once_however_it_is_written(nurse):
    first = registered(nurse, hospital_number="ab 12")
    with pytest.raises(HospitalNumberTakenError) as taken:
        registered(nurse, hospital_number="AB12", family_name="Other")
    assert taken.value.patient == first
    assert Patient.objects.count() == 1
    assert AuditEvent.objects.filter(action="registered").count() == 1


def test_the_same_form_sent_twice_registers_once(nurse):
    new = NewPatient(family_name="A", given_name="B", birth_date=date(1990, 1, 1), sex="F", hospital_number="7")
    key = uuid4()
    both = [services.register_patient(new=new, entry_key=key, by=nurse, at=timezone.now()) for _ in range(2)]
    assert both[0] == both[1]
    assert AuditEvent.objects.filter(action="registered").count() == 1


def test_registrations_of_one_number_at_once_leave_one_and_tell_the_other(nurse):
    def register(number, _writer):
        try:
            return registered(nurse, hospital_number=f"R{number}").pk
        except HospitalNumberTakenError as taken:
            return taken.patient.pk

    outcomes = run_races(register, races=RACES // 10)
    assert all(first == second for first, second in outcomes), outcomes
    assert Patient.objects.count() == len(outcomes)


def test_weight_and_height_are_kept_together_or_not_at_all(nurse):
    patient = registered(nurse)
    day = date(2026, 11, 2)
    new = [
        NewMeasurement(kind="weight", value=Decimal("71"), measured_on=day),
        NewMeasurement(kind="height", value=Decimal("-1"), measured_on=day),
    ]
    with pytest.raises(Exception, match="measurement_above_zero"):
        services.record_measurements(patient=patient, new=new, entry_key=uuid4(), by=nurse, at=timezone.now())
    assert not Measurement.objects.exists()
    assert not AuditEvent.objects.filter(action="measured").exists()


def test_measurements_sent_twice_are_kept_once(nurse):
    patient, key = registered(nurse), uuid4()
    new = [NewMeasurement(kind="weight", value=Decimal("71.5"), measured_on=date(2026, 11, 2))]
    for _ in range(2):
        services.record_measurements(patient=patient, new=new, entry_key=key, by=nurse, at=timezone.now())
    assert [row.value for row in Measurement.objects.all()] == [Decimal("71.5")]


def test_an_entry_key_of_another_patient_is_refused(nurse):
    ana, ben = registered(nurse), registered(nurse, hospital_number="2")
    key, new = uuid4(), [NewMeasurement(kind="weight", value=Decimal(71), measured_on=date(2026, 11, 2))]
    services.record_measurements(patient=ana, new=new, entry_key=key, by=nurse, at=timezone.now())
    with pytest.raises(SuspiciousOperation):
        services.record_measurements(patient=ben, new=new, entry_key=key, by=nurse, at=timezone.now())
    assert Measurement.objects.get().patient == ana


def test_the_latest_label_of_a_substance_stands_and_the_history_stays(allergist):
    patient = registered(allergist)
    labelled(patient, allergist, "Penicillin", "suspected")
    labelled(patient, allergist, "penicillín", "refuted")
    assert [label.status for label in standing_labels(patient)] == ["refuted"]
    assert AllergyLabel.objects.count() == 2


def test_none_known_is_refused_while_a_label_stands(allergist):
    patient = registered(allergist)
    labelled(patient, allergist, "penicillin", "suspected")
    with pytest.raises(AllergiesKnownError):
        statement(patient, allergist)
    labelled(patient, allergist, "penicillin", "refuted")
    statement(patient, allergist)
    assert NoKnownAllergies.objects.count() == 1


def test_not_recorded_is_never_none(allergist):
    patient, today = registered(allergist), date(2026, 11, 20)
    assert identity(patient, viewer=allergist, on=today).allergy_statement == "not recorded"
    statement(patient, allergist)
    assert identity(patient, viewer=allergist, on=today).allergy_statement == "none known (2026-11-02)"
    labelled(patient, allergist)
    assert identity(patient, viewer=allergist, on=today).allergy_statement == ""


def test_who_may_not_see_identity_gets_none_of_it(allergist, reviewer, identified_reviewer):
    patient, today = registered(allergist), date(2026, 11, 20)
    weighed(patient, allergist)
    hidden = identity(patient, viewer=reviewer, on=today)
    for secret in ("NÚÑEZ", "Ana", "123456", "1962"):
        assert secret not in repr(hidden)
    assert hidden.age_years == 64
    assert str(hidden.weight.quantity) == "71\u00a0kg"
    assert identity(patient, viewer=identified_reviewer, on=today).shown_name == "NÚÑEZ, Ana"
