"""Tampering with the audit shows (safety.md H11)."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from desens.audit import chain
from desens.audit.models import AuditEvent
from desens.audit.recording import recording
from desens.records import triggers

AT = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def events():
    for number in range(5):
        with recording(by="ana", at=AT - timedelta(hours=number)) as record:
            record.event("noted", subject="note", subject_code=str(number), after={"number": number})
    return list(AuditEvent.objects.order_by("pk"))


def tamper(pk, **values):
    with triggers.lifted(connection):
        AuditEvent._base_manager.filter(pk=pk).update(**values)


def test_an_untouched_chain_is_unbroken_whatever_the_times(events):
    assert chain.verify() == []


def test_an_empty_chain_is_unbroken():
    assert chain.verify() == []


def test_batches_are_joined(events, monkeypatch):
    monkeypatch.setattr(chain, "BATCH", 2)
    assert chain.verify() == []


@pytest.mark.parametrize(
    "values",
    [
        {"by": "eve"},
        {"at": AT + timedelta(microseconds=1)},
        {"action": "looked"},
        {"subject": "x"},
        {"subject_code": "x"},
        {"patient_code": "x"},
        {"before": "{}"},
        {"after": ""},
    ],
)
def test_a_change_of_any_field_shows(events, values):
    tamper(events[2].pk, **values)
    assert chain.verify() == [f"event {events[2].pk}: is not what was written"]


def test_a_change_with_a_new_hash_shows_at_the_next_event(events):
    changed = events[2]
    changed.by = "eve"
    tamper(changed.pk, by="eve", hash=chain.event_hash(changed))
    assert chain.verify() == [f"event {events[3].pk}: does not follow the one before it"]


@pytest.mark.parametrize("place", [0, 2])
def test_a_removed_event_shows_at_the_next(events, place):
    with triggers.lifted(connection):
        AuditEvent._base_manager.filter(pk=events[place].pk).delete()
    assert chain.verify() == [f"event {events[place + 1].pk}: does not follow the one before it"]


def test_a_second_end_of_the_chain_is_refused_by_the_database(events):
    fork = AuditEvent(at=AT, by="eve", action="a", subject="s", subject_code="c", prev_hash=events[2].hash, hash="f")
    with pytest.raises(IntegrityError), transaction.atomic():
        fork.save()


def test_verify_audit_tells_the_count_and_the_last_hash(events):
    out = StringIO()
    call_command("verify_audit", stdout=out)
    assert out.getvalue().split() == ["5", "events,", "unbroken.", "Last", "hash:", events[-1].hash]


def test_verify_audit_fails_with_the_broken_places(events):
    tamper(events[1].pk, by="eve")
    with pytest.raises(CommandError, match=f"event {events[1].pk}: is not what was written"):
        call_command("verify_audit")
