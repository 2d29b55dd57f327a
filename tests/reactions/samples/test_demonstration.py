"""The published samples reach the demonstration's patients, and judge as the papers do."""

import pytest
from django.utils import timezone

from desens.unit.selectors import current
from reactions.models import Sample
from reactions.samples.demonstration import load_samples
from reactions.samples.judging import judgements
from reactions.samples.selectors import cases, samples
from tests.clinic import registered
from tests.reactions.recording.records import reaction_row
from tests.reactions.samples.records import at

pytestmark = pytest.mark.django_db


def of(patient):
    return judgements(samples([patient.pk]), cases([patient.pk]), unit=current())


def test_the_alemtuzumab_case_has_its_ige_and_its_baseline(allergist):
    patient = registered(allergist, hospital_number="DEMO-02")
    assert load_samples(by=allergist, at=timezone.now()) == 4
    assert {(row.name, row.result, str(row.limit_quantity)) for row in samples([patient.pk])} == {
        ("total IgE", "18.9\u00a0kU/L", "100\u00a0kU/L"),
        ("tryptase", "4.64\u00a0ng/mL", "11.4\u00a0ng/mL"),
        ("specific IgE: Phadiatop", "negative", "None"),
        ("specific IgE: latex k82", "negative", "None"),
    }
    assert of(patient)[0].cautions == ()


def test_the_second_patient_of_the_series_has_a_significant_rise(allergist):
    patient = registered(allergist, hospital_number="DEMO-12")
    reaction_row(patient, allergist, started_at=at("2026-03-02T09:00"))
    breakthrough = reaction_row(
        patient, allergist, occasion="desensitization", started_at=at("2026-05-01T00:00"), started_precision="month"
    )
    assert load_samples(by=allergist, at=timezone.now()) == 2
    (found,) = of(patient)
    assert (found.reaction, found.verdict.significant) == (breakthrough, True)
    assert found.acute.taken_text == "2026-05"


def test_without_its_reaction_an_acute_sample_is_left_out(allergist):
    patient = registered(allergist, hospital_number="DEMO-12")
    reaction_row(patient, allergist)
    assert load_samples(by=allergist, at=timezone.now()) == 1
    assert [row.printed for row in samples([patient.pk])] == ["3.2"]


def test_where_no_demonstration_patient_is_nothing_is_loaded(allergist):
    assert load_samples(by=allergist, at=timezone.now()) == 0
    assert not Sample.objects.exists()
