"""Recording samples: all or none, once, of this very patient, and nothing that cannot be."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from uuid import uuid4

import pytest
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import Http404
from django.utils import timezone

from desens.audit.models import AuditEvent
from patients.keeping_services import join_records
from reactions.models import Sample
from reactions.rules.level import Level
from reactions.samples.impossible import problems
from reactions.samples.selectors import sample_of, samples
from reactions.samples.services import ImpossibleSampleError, record_samples
from tests.clinic import registered
from tests.reactions.recording.records import reaction_row
from tests.reactions.samples.records import ONSET, acute, at, kept, new

pytestmark = pytest.mark.django_db


def test_acute_and_baseline_are_kept_together_with_their_events(allergist):
    patient = registered(allergist)
    reaction = reaction_row(patient, allergist)
    kept(patient, allergist, acute(reaction), new("<1.0"))
    rows = samples([patient.pk])
    assert [(row.timing, row.printed, row.value, row.beyond) for row in rows] == [
        ("baseline", "<1.0", Decimal(1), "<"),
        ("acute", "44.7", Decimal("44.7"), ""),
    ]
    events = AuditEvent.objects.filter(action="recorded sample")
    assert events.count() == 2
    assert str(reaction.case_key) in events[0].after
    assert {event.patient_code for event in events} == {patient.code}


def test_what_is_sent_twice_is_kept_once(allergist):
    patient, key = registered(allergist), uuid4()
    for _ in range(2):
        record_samples(patient=patient, new=[new()], entry_key=key, by=allergist, at=timezone.now())
    assert Sample.objects.count() == 1
    with pytest.raises(BadRequest):
        record_samples(patient=patient, new=[new("45")], entry_key=key, by=allergist, at=timezone.now())
    assert Sample.objects.count() == 1


def test_a_reaction_of_another_patient_is_refused_and_nothing_kept(allergist):
    patient, other = registered(allergist), registered(allergist, hospital_number="2")
    foreign = reaction_row(other, allergist)
    with pytest.raises(SuspiciousOperation):
        kept(patient, allergist, new(), acute(foreign))
    assert not Sample.objects.exists()


def test_a_reaction_of_a_joined_record_is_the_persons(allergist):
    leading, second = registered(allergist), registered(allergist, hospital_number="2")
    reaction = reaction_row(second, allergist)
    join_records(leading=leading, joined=second, reason="one", entry_key=uuid4(), by=allergist, at=timezone.now())
    kept(leading, allergist, acute(reaction))
    assert len(samples([leading.pk, second.pk])) == 1


def test_one_impossible_sample_keeps_the_others_out(allergist):
    patient = registered(allergist)
    with pytest.raises(ImpossibleSampleError, match="future"):
        kept(patient, allergist, new(), new(taken_at=timezone.now() + timedelta(minutes=1)))
    assert not Sample.objects.exists()


NOW = at("2026-11-20T12:00")


def said(sample, patient):
    return [(problem.field, problem.text) for problem in problems(sample, born=patient.birth_date, now=NOW)]


@pytest.mark.parametrize(
    ("taken", "precision", "told"),
    [
        ("2026-11-20T12:00", "minute", ""),
        ("2026-11-20T12:01", "minute", "lies in the future"),
        ("2026-11-20T00:00", "day", ""),
        ("2026-11-21T00:00", "day", "lies in the future"),
        ("1962-04-03T00:00", "day", ""),
        ("1962-04-02T23:59", "minute", "before the birth date"),
    ],
)
def test_a_sample_is_taken_in_the_patients_life(allergist, taken, precision, told):
    found = said(new(taken_at=at(taken), taken_precision=precision), registered(allergist))
    assert [field for field, _ in found] == ["taken_on"] * bool(told)
    assert all(told in text for _, text in found)


@pytest.mark.parametrize(
    ("taken", "precision", "fits"),
    [
        ("2026-11-02T10:49", "minute", False),
        ("2026-11-02T10:50", "minute", True),
        ("2026-11-02T00:00", "day", True),
        ("2026-11-01T00:00", "day", False),
        ("2026-11-01T00:00", "month", True),
        ("2026-10-01T00:00", "month", False),
        ("2026-01-01T00:00", "year", True),
    ],
)
def test_an_acute_sample_follows_the_onset(allergist, taken, precision, fits):
    patient = registered(allergist)
    reaction = reaction_row(patient, allergist)
    assert reaction.onset_at == ONSET
    found = said(replace(acute(reaction), taken_at=at(taken), taken_precision=precision), patient)
    assert ("A sample from before it is a baseline." in str(found)) is not fits


def test_where_only_the_day_of_the_reaction_is_known_that_day_counts(allergist):
    patient = registered(allergist)
    reaction = reaction_row(patient, allergist, started_at=at("2026-11-02T00:00"), started_precision="day")
    for taken, fits in (("2026-11-02T00:00", True), ("2026-11-01T23:59", False)):
        assert (said(replace(acute(reaction), taken_at=at(taken)), patient) == []) is fits


@pytest.mark.parametrize(
    ("changes", "field", "told"),
    [
        ({"unit": "pg/mL"}, "unit", "not measured in that unit"),
        ({"level": Level(value=Fraction(0))}, "printed", "never 0"),
        ({"level": Level(value=Fraction(5000))}, None, ""),
        ({"level": Level(value=Fraction(5001))}, "printed", "at most 5\u202f000\u00a0ng/mL"),
        ({"limit": Decimal(5001)}, "limit", "No value is this large"),
        ({"limit": Decimal("0.0000001")}, "limit", "at most 6 decimals"),
        ({"kind": "il6", "unit": "pg/mL", "level": Level(value=Fraction(0))}, None, ""),
        ({"kind": "other", "tested": "crp", "unit": "mg/L"}, None, ""),
        ({"level": None, "finding": "negative", "kind": "specific_ige", "tested": "latex"}, None, ""),
    ],
)
def test_a_value_is_possible(allergist, changes, field, told):
    found = said(replace(new(), **changes), registered(allergist))
    assert [name for name, _ in found] == ([field] if field else [])
    assert all(told in text for _, text in found)


def test_a_sample_is_fetched_through_its_patient(allergist):
    patient, other = registered(allergist), registered(allergist, hospital_number="2")
    (sample,) = kept(patient, allergist, new())
    assert sample_of(patient, str(sample.entry_key)) == sample
    for of, key in ((other, str(sample.entry_key)), (patient, str(uuid4())), (patient, "nothing")):
        with pytest.raises(Http404):
            sample_of(of, key)
