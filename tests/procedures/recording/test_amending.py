"""Corrections: only what differs becomes rows, nothing is lost, the second of two at once is told."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from desens.audit.models import AuditEvent
from desens.records.once import OtherContentError
from patients.keeping_services import mark_in_error
from procedures.models import Ending, InfusionEvent, InfusionEventInError, Particulars, Vitals
from procedures.recording.amending import Amendment, Change, amend_procedure
from procedures.recording.entered import NewEnding, NewEvent, NewVitals
from procedures.recording.services import ChangedSinceError
from procedures.recording.standing import of_procedure
from tests.access.samples import sample_patient
from tests.procedures.test_recording_services import START, keep, whole

pytestmark = pytest.mark.django_db


@pytest.fixture
def recorded(nurse):
    return keep(whole(), patient=sample_patient("1"), user=nurse)


def amendment(*changes, **values):
    new = whole()
    given = replace(new.particulars, why="read from the sheet again")
    return Amendment(**{"particulars": given, "ending": new.ending, "changes": changes} | values)


def amend(procedure, new, nurse, *, seen=1, key=None):
    return amend_procedure(
        procedure=procedure, seen=seen, new=new, entry_key=key or uuid4(), by=nurse, at=START + timedelta(days=2)
    )


def test_only_what_differs_becomes_rows(recorded, nurse):
    stands = of_procedure(recorded)
    moved = NewEvent(kind="start", step=3, at=START + timedelta(minutes=50))
    same = NewEvent(kind="start", step=4, at=START + timedelta(minutes=60), as_planned=True)
    seen = NewVitals(step=3, heart_rate=110)
    amend(
        recorded,
        amendment(
            Change(old=stands.events[2], new=moved), Change(old=stands.events[3], new=same), Change(old=None, new=seen)
        ),
        nurse,
    )
    now = of_procedure(recorded)
    assert InfusionEvent.objects.count() == 17
    assert {event.step: event.at for event in now.events}[3] == moved.at
    assert InfusionEvent.objects.get(corrects__isnull=False).corrects == stands.events[2]
    assert [one.heart_rate for one in now.vitals if one.step == 3] == [110]
    assert now.particulars.number == 2
    assert now.ending.number == 1
    event = AuditEvent.objects.get(action="corrected procedure")
    assert "read from the sheet again" in event.after


def test_what_did_not_happen_is_struck_with_the_reason(recorded, nurse):
    first = of_procedure(recorded).events[0]
    amend(recorded, amendment(Change(old=first, new=None)), nurse)
    assert InfusionEventInError.objects.get(entry=first).reason == "read from the sheet again"
    assert len(of_procedure(recorded).events) == 15


def test_another_outcome_is_the_next_ending(recorded, nurse):
    amend(recorded, amendment(ending=NewEnding(outcome="stopped", last_step=12, stopped_by="refusal")), nurse)
    assert [row.outcome for row in Ending.objects.order_by("number")] == ["tolerated", "stopped"]


def test_the_first_outcome_may_come_later(nurse):
    open_one = keep(replace(whole(), ending=None), patient=sample_patient("1"), user=nurse)
    amend(open_one, amendment(), nurse)
    assert of_procedure(open_one).ending.number == 1


def test_the_second_of_two_is_told_and_changes_nothing(recorded, nurse):
    amend(recorded, amendment(), nurse)
    with pytest.raises(ChangedSinceError):
        amend(recorded, amendment(Change(old=None, new=NewVitals(heart_rate=90))), nurse)
    assert Vitals.objects.count() == 1
    assert Particulars.objects.count() == 2


def test_a_procedure_in_error_is_not_corrected(recorded, nurse):
    mark_in_error(entry=recorded, reason="other patient", entry_key=uuid4(), by=nurse, at=START)
    with pytest.raises(ChangedSinceError):
        amend(recorded, amendment(), nurse)


def test_sent_again_is_found_and_told_where_it_differs(recorded, nurse):
    key, moved = uuid4(), NewEvent(kind="start", step=3, at=START + timedelta(minutes=50))
    third = of_procedure(recorded).events[2]
    first = amend(recorded, amendment(Change(old=third, new=moved)), nurse, key=key)
    again = {event.step: event for event in of_procedure(recorded).events}[3]
    assert amend(recorded, amendment(Change(old=again, new=moved)), nurse, key=key) == first
    with pytest.raises(OtherContentError):
        amend(recorded, amendment(Change(old=None, new=NewVitals(heart_rate=90))), nurse, key=key)
    assert AuditEvent.objects.filter(action="corrected procedure").count() == 1
