"""Fitness on the day, at every edge: just before, at, just after."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from protocols.rules.readiness_record import Limits, Measured, Taken
from tests.protocols.rules.readiness import TODAY, answered, judged, recorded, said


def fit(topic, record=None, limits=None, **answers):
    return said(topic, record or recorded(), answered(**answers), limits)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("34.9", "temperature-low"),
        ("35", "measured"),
        ("37.9", "measured"),
        ("38", "temperature-high"),
        ("38.1", "temperature-high"),
        (None, "temperature-missing"),
    ],
)
def test_the_temperature(value, code):
    found = fit("temperature", temperature_c=None if value is None else Fraction(value))
    assert found == ("nothing" if code == "measured" else "reason", code)


@pytest.mark.parametrize(
    ("age", "systolic", "diastolic", "at_most_90", "code"),
    [
        (64, 89, 60, False, "pressure-low"),
        (64, 90, 60, False, "measured"),
        (64, 90, 60, True, "pressure-low"),
        (64, 91, 60, True, "measured"),
        (64, 179, 119, False, "measured"),
        (64, 180, 119, False, "pressure-high"),
        (64, 179, 120, False, "pressure-high"),
        (17, 179, 120, False, "measured"),
        (5, 79, 40, False, "pressure-low"),
        (5, 80, 40, False, "measured"),
        (64, None, 70, False, "pressure-missing"),
        (64, 120, None, False, "pressure-missing"),
    ],
)
def test_the_pressure_by_age_and_setting(age, systolic, diastolic, at_most_90, code):
    typed = {"systolic_mmhg": systolic, "diastolic_mmhg": diastolic}
    found = fit("pressure", recorded(age_years=age), Limits(at_most_90=at_most_90), **typed)
    assert found == ("nothing" if code == "measured" else "reason", code)


@pytest.mark.parametrize(
    ("value", "code"),
    [(92, "saturation-low"), (Fraction("92.1"), "measured"), (93, "measured"), (None, "saturation-missing")],
)
def test_the_saturation(value, code):
    assert fit("saturation", spo2_percent=value)[1] == code


@pytest.mark.parametrize(
    ("age", "value", "code"),
    [
        (64, 49, "heart-rate-out"),
        (64, 50, "measured"),
        (64, 120, "measured"),
        (64, 121, "heart-rate-out"),
        (18, 120, "measured"),
        (17, 90, "heart-rate-child"),
        (17, None, "heart-rate-missing"),
    ],
)
def test_the_heart_rate_is_judged_in_adults_only(age, value, code):
    assert fit("heart-rate", recorded(age_years=age), heart_rate=value)[1] == code


@pytest.mark.parametrize(("answer", "asks"), [("none", "nothing"), ("present", "reason"), ("", "reason")])
def test_an_infection_needs_a_reason(answer, asks):
    assert fit("infection", infection=answer)[0] == asks


def test_what_is_measured_before_the_day_is_measured_again():
    assert "day" not in judged()
    assert fit("day", planned_on=TODAY + timedelta(days=1)) == ("nothing", "day-before")


def breathing(percent=None, days=0, **changes):
    fev1 = None if percent is None else Measured(value=Fraction(percent), on=TODAY - timedelta(days=days))
    return recorded(**({"asthma": True, "fev1_percent": fev1} | changes))


@pytest.mark.parametrize(
    ("record", "limit", "expected"),
    [
        (breathing(asthma=None), 80, ("reason", "asthma-missing")),
        (breathing("60", asthma=False), 80, ("nothing", "asthma-absent")),
        (breathing(), 80, ("reason", "fev1-missing")),
        (breathing("79.9"), 80, ("reason", "fev1-low")),
        (breathing("80"), 80, ("nothing", "fev1")),
        (breathing("79.9"), 70, ("nothing", "fev1")),
        (breathing("69.9"), 70, ("reason", "fev1-low")),
        (breathing("70"), 70, ("nothing", "fev1")),
        (breathing("90", days=30), 80, ("nothing", "fev1")),
        (breathing("90", days=31), 80, ("reason", "fev1-old")),
        (breathing("60", days=300), 80, ("reason", "fev1-low")),
    ],
)
def test_the_lungs_by_the_units_limit(record, limit, expected):
    assert said("lungs", record, limits=Limits(fev1_percent=Fraction(limit))) == expected


def test_the_lungs_are_judged_on_the_day_of_the_procedure():
    later = answered(planned_on=TODAY + timedelta(days=2))
    assert said("lungs", breathing("90", days=29), later) == ("reason", "fev1-old")


BISOPROLOL = Taken(name="bisoprolol", intake="ongoing")


def blocked(*changes, none_taken_on=None):
    taken = tuple(replace(BISOPROLOL, **change) for change in changes)
    return recorded(beta_blockers=taken, none_taken_on=none_taken_on, medicines_recorded=True)


def stopped(days, decision=""):
    return blocked({"intake": "stopped", "last_on": TODAY - timedelta(days=days), "decision": decision})


@pytest.mark.parametrize(
    ("record", "choice", "why", "expected"),
    [
        (blocked({}), "", "", ("reason", "beta-blocker-undecided")),
        (blocked({"intake": "unknown"}), "", "", ("reason", "beta-blocker-undecided")),
        (blocked({"intake": "taken"}), "", "", ("reason", "beta-blocker-undecided")),
        (blocked({"decision": "goes on"}), "", "", ("nothing", "beta-blocker-decided")),
        (blocked({"decision": "goes on"}, {}), "", "", ("reason", "beta-blocker-undecided")),
        (blocked({}), "continue", "", ("reason", "beta-blocker-why")),
        (blocked({}), "continue", "angina", ("nothing", "beta-blocker-continue")),
        (blocked({}), "hold", "", ("reason", "beta-blocker-why")),
        (blocked({}), "hold", "cardiologist agrees", ("nothing", "beta-blocker-hold")),
        (blocked({}), "none", "", ("reason", "beta-blocker-contradiction")),
        (stopped(30), "", "", ("reason", "beta-blocker-stopped")),
        (stopped(31), "", "", ("reason", "beta-blocker-missing")),
        (stopped(31), "none", "", ("nothing", "beta-blocker-none")),
        (stopped(3, "cardiologist"), "none", "", ("nothing", "beta-blocker-none")),
        (blocked(), "", "", ("reason", "beta-blocker-missing")),
        (blocked(), "continue", "angina", ("reason", "beta-blocker-unrecorded")),
        (blocked(none_taken_on=TODAY), "", "", ("nothing", "beta-blocker-stated")),
        (blocked(), "none", "", ("nothing", "beta-blocker-none")),
    ],
)
def test_a_beta_blocker_is_decided_and_never_silently_stopped(record, choice, why, expected):
    assert said("beta-blocker", record, answered(beta_blocker=choice, beta_blocker_why=why)) == expected


RAMIPRIL = Taken(name="ramipril", intake="ongoing")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"ace_inhibitors": (RAMIPRIL,)}, ("reason", "ace-inhibitor-taken")),
        ({"ace_inhibitors": (replace(RAMIPRIL, decision="stopped today"),)}, ("nothing", "ace-inhibitor-decided")),
        ({"ace_inhibitors": (replace(RAMIPRIL, intake="stopped"),)}, ("nothing", "ace-inhibitor-none")),
        ({"medicines_recorded": False}, ("nothing", "ace-inhibitor-none")),
        ({"medicines_recorded": False, "none_taken_on": None}, ("reason", "ace-inhibitor-missing")),
    ],
)
def test_an_ace_inhibitor_is_named(changes, expected):
    record = recorded(**changes)
    assert said("ace-inhibitor", record) == expected
    if expected[1] == "ace-inhibitor-taken":
        assert dict(judged(record)["ace-inhibitor"].values) == {"medicine": "ramipril"}


@pytest.mark.parametrize(
    ("pregnant", "expected"),
    [
        (None, ("nothing", "pregnancy-missing")),
        (True, ("reason", "pregnancy-present")),
        (False, ("nothing", "pregnancy-absent")),
    ],
)
def test_a_pregnancy_that_nobody_asked_for_stops_nothing(pregnant, expected):
    assert said("pregnancy", recorded(pregnant=pregnant)) == expected
    assert "pregnancy" not in judged(recorded(pregnant=pregnant, pregnancy_asked=False))
