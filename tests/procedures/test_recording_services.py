"""A procedure is kept whole, once, and of its own patient."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import SuspiciousOperation

from desens.audit.models import AuditEvent
from desens.records.once import OtherContentError
from procedures.models import InfusionEvent, Procedure
from procedures.recording.entered import NewEnding, NewEvent, NewParticulars, NewPremedication, NewProcedure, NewVitals
from procedures.recording.services import RecordedAlreadyError, record_procedure
from procedures.recording.standing import of_procedure
from tests.access.samples import sample_patient, sample_version

pytestmark = pytest.mark.django_db
START = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


def whole(version=None) -> NewProcedure:
    return NewProcedure(
        culprit="atezolizumab",
        version=version,
        particulars=NewParticulars(day=date(2026, 11, 20), started_at=START, cycle_number=1, steps=16, bags=4),
        premedications=(NewPremedication(medicine="ondansetron", dose=Decimal(8), dose_unit="mg", route="IV"),),
        vitals=(NewVitals(baseline=True, systolic_mmhg=120, diastolic_mmhg=70),),
        events=tuple(
            NewEvent(kind="start", step=n, at=START + timedelta(minutes=15 * n), as_planned=True) for n in range(1, 17)
        ),
        ending=NewEnding(outcome="tolerated", last_step=16),
    )


def keep(new, *, patient, user, key=None):
    return record_procedure(patient=patient, new=new, entry_key=key or uuid4(), by=user, at=START + timedelta(days=1))


def test_what_was_entered_stands(nurse):
    patient = sample_patient("1")
    stored = of_procedure(keep(whole(), patient=patient, user=nurse))
    assert stored.particulars.cycle_number == 1
    assert stored.ending.outcome == "tolerated"
    assert [event.step for event in stored.events] == list(range(1, 17))
    assert [one.medicine for one in stored.premedications] == ["ondansetron"]
    assert [one.systolic_mmhg for one in stored.vitals] == [120]


def test_sent_again_is_found_with_all_its_rows(nurse):
    patient, key = sample_patient("1"), uuid4()
    first = keep(whole(), patient=patient, user=nurse, key=key)
    assert keep(whole(), patient=patient, user=nurse, key=key) == first
    assert InfusionEvent.objects.count() == 16
    assert AuditEvent.objects.filter(action="recorded procedure").count() == 1


def test_sent_again_with_other_content_is_refused(nurse):
    patient, key = sample_patient("1"), uuid4()
    keep(whole(), patient=patient, user=nurse, key=key)
    other = NewProcedure(culprit="atezolizumab", particulars=NewParticulars(day=date(2026, 11, 19)))
    with pytest.raises(OtherContentError):
        keep(other, patient=patient, user=nurse, key=key)
    assert InfusionEvent.objects.count() == 16


def test_a_version_is_recorded_once_and_only_of_its_patient(nurse):
    patient = sample_patient("1")
    version = sample_version(patient)
    first = keep(whole(version), patient=patient, user=nurse)
    with pytest.raises(RecordedAlreadyError) as refusal:
        keep(whole(version), patient=patient, user=nurse)
    assert refusal.value.first == first
    with pytest.raises(SuspiciousOperation):
        keep(whole(version), patient=sample_patient("2"), user=nurse)
    assert Procedure.objects.count() == 1


def test_sent_again_with_a_step_more_is_no_retry(nurse):
    patient, key = sample_patient("1"), uuid4()
    keep(whole(), patient=patient, user=nurse, key=key)
    more = replace(whole(), events=(*whole().events, NewEvent(kind="stop", at=START + timedelta(hours=5))))
    with pytest.raises(OtherContentError):
        keep(more, patient=patient, user=nurse, key=key)
    assert InfusionEvent.objects.count() == 16
