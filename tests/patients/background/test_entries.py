"""Every kind of entry: stored once, with its event; a mistake counts nowhere; one person, one background."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import SuspiciousOperation
from django.db import IntegrityError
from django.utils import timezone

from desens.audit.models import AuditEvent
from desens.records.models import AppendOnlyError
from patients.background import selectors, services
from patients.background.entered import NewCondition, NewLineEnd
from patients.background_models import BackgroundEntry, Condition
from patients.keeping_services import join_records
from tests.clinic import registered
from tests.patients.background import records
from tests.patients.background.records import TODAY, background_of, marked

pytestmark = pytest.mark.django_db(transaction=True)


MAKERS = (records.condition, records.line, records.value, records.risk, records.medicine)


def every_entry(patient, by):
    """One entry of each kind."""
    line = records.line(patient, by)
    return [
        records.condition(patient, by),
        line,
        records.dose(line, by),
        records.ended(line, by),
        records.value(patient, by),
        records.risk(patient, by),
        records.medicine(patient, by, intake="unknown"),
        records.none_taken(patient, by),
    ]


def test_every_entry_is_stored_with_its_event_and_never_changed(nurse):
    patient = registered(nurse)
    entries = every_entry(patient, nurse)
    assert {type(entry) for entry in entries} == set(BackgroundEntry.__subclasses__())
    for entry in entries:
        event = AuditEvent.objects.get(subject=entry._meta.model_name)
        assert (event.by, event.patient_code) == (nurse.username, patient.code)
        assert event.after
        assert entry.told
        with pytest.raises(AppendOnlyError):
            entry.save()


def test_every_entry_can_be_marked_as_a_mistake_and_then_counts_nowhere(nurse):
    patient = registered(nurse)
    for entry in every_entry(patient, nurse):
        assert marked(entry, nurse).entry == entry
    shown = background_of(patient)
    assert not any((shown.conditions.standing, shown.lines.standing, shown.medicines.kept.standing))
    assert (len(shown.conditions.earlier), len(shown.lines.earlier), len(shown.medicines.kept.earlier)) == (1, 1, 1)
    assert shown.medicines.not_recorded
    assert not any(risk.row for risk in shown.risks)
    assert not selectors.open_loops([patient.pk], on=TODAY)


def test_the_same_form_sent_twice_is_one_entry_and_another_patients_key_is_refused(nurse):
    ana, ben = registered(nurse), registered(nurse, hospital_number="2")
    common = {"new": NewCondition(diagnosis="asthma", since="", state="active"), "entry_key": uuid4(), "by": nurse}
    rows = [services.record_condition(patient=ana, at=timezone.now(), **common) for _ in range(2)]
    assert rows[0] == rows[1]
    assert AuditEvent.objects.filter(action="recorded condition").count() == 1
    with pytest.raises(SuspiciousOperation):
        services.record_condition(patient=ben, at=timezone.now(), **common)
    assert Condition.objects.get().patient == ana


def test_a_diagnosis_recorded_again_replaces_the_entry_before(nurse):
    patient = registered(nurse)
    records.condition(patient, nurse, diagnosis="Ovarian  cáncer")
    records.condition(patient, nurse, diagnosis="ovarian cancer", state="resolved")
    records.condition(patient, nurse, diagnosis="asthma")
    kept = background_of(patient).conditions
    assert [(row.diagnosis, row.state) for row in kept.standing] == [
        ("asthma", "active"),
        ("ovarian cancer", "resolved"),
    ]
    assert [row.diagnosis for row in kept.earlier] == ["Ovarian  cáncer"]


@pytest.mark.parametrize(
    ("make", "changes"),
    [
        (records.condition, {"state": "cured"}),
        (records.condition, {"diagnosis": " "}),
        (records.line, {"intention": "hopeful"}),
        (records.line, {"regimen": ""}),
        (records.line, {"cycle_days": 0}),
        (records.risk, {"factor": "age"}),
        (records.risk, {"presence": "perhaps"}),
        (records.medicine, {"medicine_class": "vitamin"}),
        (records.medicine, {"name": "-"}),
        (records.medicine, {"intake": "stopped"}),
        (records.medicine, {"last_intake_on": TODAY}),
        (records.medicine, {"intake": "unknown", "last_intake_on": TODAY}),
    ],
)
def test_the_database_refuses_what_has_no_meaning(nurse, make, changes):
    patient = registered(nurse)
    with pytest.raises(IntegrityError):
        make(patient, nurse, **changes)
    assert not AuditEvent.objects.exclude(action__in=["registered", "user_added"]).exists()


def test_an_impossible_value_is_refused(nurse):
    with pytest.raises(services.ImpossibleValueError):
        records.value(registered(nurse), nurse, value=Decimal(80))


def test_values_show_as_entered_with_the_other_unit_beside(nurse):
    patient = registered(nurse)
    records.value(patient, nurse)
    records.value(patient, nurse, value=Decimal(80), unit="mcmol/L", measured_on=TODAY)
    shown = [(str(value.row.quantity), str(value.other)) for value in background_of(patient).values]
    assert shown == [("80\u00a0mcmol/L", "0.905\u00a0mg/dL"), ("0.85\u00a0mg/dL", "75.14\u00a0mcmol/L")]


def test_two_records_of_one_person_have_one_background(allergist):
    leading, joined = registered(allergist), registered(allergist, hospital_number="2")
    for make in MAKERS:
        make(joined, allergist)
    line = records.line(joined, allergist)
    join_records(
        leading=leading, joined=joined, reason="one person", entry_key=uuid4(), by=allergist, at=timezone.now()
    )
    services.end_line(new=NewLineEnd(line=line, ended_on=TODAY), **records.common(leading, allergist))
    ids = [leading.pk, joined.pk]
    shown = selectors.background(ids, on=TODAY)
    assert len(shown.conditions.standing) == len(shown.values) == len(shown.medicines.kept.standing) == 1
    assert len(list(selectors.open_lines(ids))) == 1
