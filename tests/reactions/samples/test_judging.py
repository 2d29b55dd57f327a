"""Tryptase judged by the unit's own choice of rule, of what happens at the threshold, and of the window."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.utils import timezone

from desens.unit.definitions.judging import TRYPTASE_AT_THRESHOLD, TRYPTASE_RULE, TRYPTASE_WINDOW_H
from desens.unit.selectors import current
from desens.unit.services import Change, change_setting
from patients.keeping_services import mark_in_error
from reactions.rules.level import Level
from reactions.samples.judging import judged, judgements
from reactions.samples.selectors import cases, samples
from tests.clinic import registered
from tests.reactions.recording.records import error_row, reaction_row
from tests.reactions.samples.records import ONSET, acute, at, case, kept, new

pytestmark = pytest.mark.django_db


def of(patient):
    return judgements(samples([patient.pk]), cases([patient.pk]), unit=current())


def chosen(definition, value, by):
    change = Change(definition=definition, value=value, reason="our laboratory", based_on=0)
    change_setting(change=change, entry_key=uuid4(), by=by, at=timezone.now())


def codes(judgement):
    return [reason.code for reason in judgement.cautions]


def test_the_series_case_is_a_significant_rise_by_both_rules(allergist):
    patient = registered(allergist)
    case(patient, allergist)
    (found,) = of(patient)
    verdict = found.verdict
    assert (verdict.significant, verdict.by_twenty_percent, verdict.by_ratio) == (True, True, True)
    assert verdict.threshold == Level(value=Decimal("5.84"))
    assert verdict.ratio == Level(value=Decimal("13.96875"))
    assert (found.minutes, codes(found)) == (60, ["tryptase-acute-above-normal"])


def test_without_a_baseline_nothing_is_said(allergist):
    patient = registered(allergist)
    kept(patient, allergist, acute(reaction_row(patient, allergist)))
    (found,) = of(patient)
    assert found.verdict.significant is None
    assert [reason.code for reason in found.verdict.cannot] == ["tryptase-baseline-missing"]


def test_a_baseline_that_was_a_mistake_counts_nowhere(allergist):
    patient = registered(allergist)
    kept(patient, allergist, acute(reaction_row(patient, allergist)))
    (baseline,) = kept(patient, allergist, new("3.2"))
    mark_in_error(entry=baseline, reason="another patient", entry_key=uuid4(), by=allergist, at=timezone.now())
    assert of(patient)[0].baseline is None


def test_the_units_rule_decides(allergist):
    patient = registered(allergist)
    reaction = reaction_row(patient, allergist)
    kept(patient, allergist, acute(reaction, "16"), new("10"))
    assert of(patient)[0].verdict.significant is True
    chosen(TRYPTASE_RULE, "ratio", allergist)
    verdict = of(patient)[0].verdict
    assert (verdict.significant, verdict.by_twenty_percent, verdict.source) == (False, True, "PMID 34425177")


def test_exactly_at_the_threshold_the_unit_decides(allergist):
    patient = registered(allergist)
    kept(patient, allergist, acute(reaction_row(patient, allergist), "5.84"), new("3.2"))
    assert of(patient)[0].verdict.significant is True
    chosen(TRYPTASE_AT_THRESHOLD, "not-risen", allergist)
    assert of(patient)[0].verdict.significant is False


@pytest.mark.parametrize(("hours", "told"), [("4", ["tryptase-too-late"]), ("6", ["tryptase-late"])])
def test_the_units_window_counts_from_the_onset(allergist, hours, told):
    patient = registered(allergist)
    kept(patient, allergist, acute(reaction_row(patient, allergist), "9", minutes=300), new("3.2"))
    chosen(TRYPTASE_WINDOW_H, hours, allergist)
    assert codes(of(patient)[0]) == told


@pytest.mark.parametrize(
    ("baseline", "told"),
    [
        ("7.9", []),
        ("8", ["tryptase-alpha-tryptasemia"]),
        ("20", ["tryptase-baseline-above-normal", "tryptase-alpha-tryptasemia"]),
        ("20.1", ["tryptase-baseline-above-normal", "tryptase-alpha-tryptasemia", "tryptase-mastocytosis"]),
    ],
)
def test_a_baseline_alone_asks_for_more(allergist, baseline, told):
    patient = registered(allergist)
    kept(patient, allergist, new(baseline))
    (found,) = of(patient)
    assert (found.reaction, codes(found)) == (None, told)


def test_the_highest_acute_sample_is_judged(allergist):
    patient = registered(allergist)
    reaction = reaction_row(patient, allergist)
    kept(patient, allergist, acute(reaction, "20"), acute(reaction, ">20", 90), acute(reaction, "6", 1500), new())
    (found,) = of(patient)
    assert (found.acute.printed, found.minutes) == (">20", 90)


def test_a_baseline_taken_too_early_serves_only_where_no_other_is(allergist):
    patient = registered(allergist)
    reaction = reaction_row(patient, allergist)
    early = new("9", taken_at=ONSET + timedelta(hours=24))
    kept(patient, allergist, acute(reaction), early)
    (found,) = of(patient)
    assert (found.baseline.printed, codes(found)[-1]) == ("9", "baseline-early")
    kept(patient, allergist, new("3.2", taken_at=ONSET - timedelta(days=300)))
    (found,) = of(patient)
    assert (found.baseline.printed, "baseline-early" in codes(found)) == ("3.2", False)


@pytest.mark.parametrize(("day", "early"), [("2026-11-01", False), ("2026-11-02", True), ("2026-11-05", False)])
def test_a_baseline_without_a_time_is_early_on_the_day_itself(allergist, day, early):
    patient = registered(allergist)
    baseline = new("3.2", taken_at=at(f"{day}T00:00"), taken_precision="day")
    kept(patient, allergist, acute(reaction_row(patient, allergist)), baseline)
    assert ("baseline-early" in codes(of(patient)[0])) is early


def test_a_corrected_reaction_keeps_its_samples(allergist):
    patient = registered(allergist)
    reaction = case(patient, allergist)
    later = {"case_key": reaction.case_key, "number": 2, "entry_key": uuid4(), "onset": Decimal(10)}
    corrected = reaction_row(patient, allergist, **later)
    (found,) = of(patient)
    assert (found.reaction, found.minutes) == (corrected, 70)
    assert judged(corrected, samples([patient.pk]), unit=current()) == found


def test_a_reaction_that_was_a_mistake_is_not_judged(allergist):
    patient = registered(allergist)
    error_row(case(patient, allergist), allergist)
    (found,) = of(patient)
    assert found.reaction is None


def test_the_time_is_not_guessed_where_only_the_day_is_known(allergist):
    patient = registered(allergist)
    reaction = reaction_row(patient, allergist)
    kept(patient, allergist, new("44.7", reaction=reaction, taken_at=at("2026-11-02T00:00"), taken_precision="day"))
    (found,) = of(patient)
    assert (found.minutes, codes(found)[0]) == (None, "tryptase-time-not-recorded")
