"""Rescue medicines against the record, and glucagon on a beta-blocker with the conflict of its sources."""

from fractions import Fraction

import pytest

from protocols.rules.glucagon import RATES, Rate, glucagon_order, rate_text
from protocols.rules.premedication_messages import MESSAGES
from protocols.rules.premedication_record import Taken
from protocols.rules.rescue_medicines import RescueMedicine, standing_list
from tests.protocols.rules.records import CLEAR, held, medicine, recorded

STEROID = RescueMedicine(drug="methylprednisolone", dose="125 mg", route="IV", reason="", source="Horizon Health")
OXYGEN = RescueMedicine(drug="oxygen", dose="", route="inhaled", reason="hypoxia", source="UpToDate")
LISTED = [(rescue, medicine(rescue.drug)) for rescue in (STEROID, OXYGEN)]


def on_beta_blocker(*, ongoing: bool = True, days: int | None = None):
    return recorded(beta_blockers=(Taken(name="bisoprolol", ongoing=ongoing, days_since=days),), no_medicines=False)


def order(record, rate: Rate = "mcg-min", *, asked_for: bool = False):
    return glucagon_order(record, rate, asked_for=asked_for, child_below_years=12)


def codes(findings):
    assert all(MESSAGES[finding.code] % dict(finding.values) for finding in findings)
    return [(finding.level, finding.code) for finding in findings]


def test_the_standing_list_lies_ready_for_everybody():
    assert standing_list(LISTED, CLEAR) == ((STEROID, OXYGEN), ())


@pytest.mark.parametrize("why", ["culprit", "confirmed", "suspected"])
def test_what_the_patient_reacts_to_is_left_out_and_named(why):
    ready, findings = standing_list(LISTED, held("methylprednisolone", why))
    assert ready == (OXYGEN,)
    assert codes(findings) == [("sign-off", "rescue-withheld")]


def test_a_relative_stays_with_a_caution():
    ready, findings = standing_list(LISTED, held("dexamethasone", "confirmed"))
    assert ready == (STEROID, OXYGEN)
    assert codes(findings) == [("caution", "rescue-related")]


def test_glucagon_is_ordered_where_a_beta_blocker_is_taken_and_the_conflict_is_printed():
    glucagon, findings = order(on_beta_blocker())
    assert (glucagon.bolus_least_mg, glucagon.bolus_most_mg, glucagon.bolus_minutes) == (1, 5, 5)
    assert rate_text(glucagon) == "5 to 15\u00a0mcg/min"
    assert glucagon.because == "bisoprolol"
    assert "1 to 5\u00a0mg/h" in glucagon.source
    assert codes(findings) == [("caution", "glucagon-ordered")]
    assert "IDWiki" in MESSAGES["glucagon-ordered"]


def test_the_units_infusion_is_ordered():
    glucagon, _findings = order(on_beta_blocker(), "mg-h")
    assert rate_text(glucagon) == "1 to 5\u00a0mg/h"
    assert "5 to 15\u00a0mcg/min" in glucagon.source


def test_the_two_infusions_differ_three_to_sixfold_as_is_said():
    low, high, _unit = RATES["mcg-min"]
    other_low, other_high, _unit = RATES["mg-h"]
    times = (other_low * 1000 / 60 / low, other_high * 1000 / 60 / high)
    assert times == (Fraction(10, 3), Fraction(50, 9))


@pytest.mark.parametrize(("days", "is_ordered"), [(0, True), (7, True), (8, False)])
def test_a_beta_blocker_stopped_lately_counts(days, is_ordered):
    glucagon, _findings = order(on_beta_blocker(ongoing=False, days=days))
    assert bool(glucagon) == is_ordered


def test_a_last_intake_nobody_knows_counts():
    assert order(on_beta_blocker(ongoing=False, days=None))[0]


def test_none_is_ordered_where_none_is_taken_and_a_silent_record_is_said():
    assert order(CLEAR) == (None, ())
    glucagon, findings = order(recorded(no_medicines=False))
    assert glucagon is None
    assert codes(findings) == [("caution", "glucagon-not-recorded")]


def test_it_may_be_asked_for():
    glucagon, findings = order(CLEAR, asked_for=True)
    assert glucagon.because == ""
    assert findings == ()


@pytest.mark.parametrize(("age", "is_ordered"), [(11, False), (12, True)])
def test_no_child_dose_is_guessed(age, is_ordered):
    taken = on_beta_blocker().beta_blockers
    glucagon, findings = order(recorded(beta_blockers=taken, age_years=age))
    assert bool(glucagon) == is_ordered
    assert ("sign-off", "glucagon-child") in codes(findings) or is_ordered


def test_a_child_for_whom_it_was_asked_takes_no_medicine_that_is_named():
    glucagon, findings = order(recorded(age_years=11, no_medicines=True), asked_for=True)
    assert glucagon is None
    assert codes(findings) == [("sign-off", "glucagon-child-asked")]
