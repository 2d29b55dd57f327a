"""No record without its event, in the same transaction (design.md 5.5)."""

import json
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.db import DataError, transaction

from desens.audit import chain
from desens.audit.looks import looked
from desens.audit.models import AuditEvent
from desens.audit.recording import recording
from tests.records.app.models import Note, Setting

AT = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def note(record, action, **values):
    record.event(action, subject="note", subject_code="n1", **values)


def actions():
    return list(AuditEvent.objects.order_by("pk").values_list("by", "action"))


def test_an_event_tells_who_when_what_and_of_whom():
    with recording(by="ana", at=AT) as record:
        note(record, "weighed", patient_code="K7QM", before={"kg": Decimal(70)}, after={"kg": Decimal("70.5")})
    event = AuditEvent.objects.get()
    assert (event.by, event.at, event.action, event.subject, event.subject_code) == ("ana", AT, "weighed", "note", "n1")
    assert event.patient_code == "K7QM"
    assert (json.loads(event.before), json.loads(event.after)) == ({"kg": "70"}, {"kg": "70.5"})
    assert (event.prev_hash, event.hash) == (chain.BEGINNING, chain.event_hash(event))


def test_whoever_has_a_user_name_can_act():
    class Nurse:
        def get_username(self):
            return "nurse.ines"

    with recording(by=Nurse(), at=AT) as record:
        note(record, "noted")
    assert actions() == [("nurse.ines", "noted")]


def fail_after(action):
    with recording(by="ana", at=AT) as record:
        Note.objects.create(number=1)
        note(record, action)
        raise ZeroDivisionError


def test_a_failure_keeps_neither_the_change_nor_its_event():
    with pytest.raises(ZeroDivisionError):
        fail_after("noted")
    assert (Note.objects.count(), AuditEvent.objects.count()) == (0, 0)


@pytest.mark.only_on("postgresql")
@pytest.mark.django_db(transaction=True)
def test_an_event_that_cannot_be_written_takes_the_change_with_it():
    def note_too_long():
        with recording(by="ana", at=AT) as record:
            Note.objects.create(number=1)
            note(record, "x" * 61)

    with pytest.raises(DataError):
        note_too_long()
    assert (Note.objects.count(), AuditEvent.objects.count()) == (0, 0)


def test_a_recording_within_a_recording_joins_it():
    with recording(by="ana", at=AT) as outer:
        note(outer, "first")
        with recording(by="system", at=AT) as inner:
            note(inner, "second")
        note(outer, "third")
    assert actions() == [("ana", "first"), ("system", "second"), ("ana", "third")]
    assert chain.verify() == []


def test_an_inner_failure_drops_its_own_events_only():
    with recording(by="ana", at=AT) as outer:
        note(outer, "first")
        with pytest.raises(ZeroDivisionError):
            fail_after("second")
    assert actions() == [("ana", "first")]
    assert Note.objects.count() == 0


def test_an_outer_failure_drops_the_inner_events():
    def fail_outside():
        with recording(by="ana", at=AT):
            with recording(by="ana", at=AT) as inner:
                Note.objects.create(number=1)
                note(inner, "second")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_outside()
    assert (actions(), Note.objects.count()) == ([], 0)


@pytest.mark.django_db(transaction=True)
def test_the_lock_is_taken_last_so_another_transaction_around_is_refused():
    with pytest.raises(RuntimeError), transaction.atomic(), recording(by="ana", at=AT):
        Setting.objects.create()
    assert Setting.objects.count() == 0


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"), recording(by="ana", at=datetime(2026, 11, 20)):
        Note.objects.create(number=1)
    assert Note.objects.count() == 0


def test_a_look_is_an_event():
    looked(by="ana", at=AT, subject="patient", subject_code="K7QM", patient_code="K7QM")
    looked(by="ana", at=AT, action="printed", subject="protocol", subject_code="K7QM-1", patient_code="K7QM")
    assert actions() == [("ana", "looked"), ("ana", "printed")]
    assert set(AuditEvent.objects.values_list("patient_code", flat=True)) == {"K7QM"}
