"""Findings of oral protocols at the edge of each rule and just beyond."""

import pytest

from protocols.engine import ENGINE_VERSION, compute_any, read_any
from tests.protocols.engine.days.samples import codes, days, scheduled


def two_days(first, second, **changes):
    changes = {"target": second, "strengths": "0.001", **changes}
    return scheduled(
        [f"days: [1, 1], dose: {first}, times_per_day: 1", f"days: [2, null], dose: {second}, times_per_day: 1"],
        **changes,
    )


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("10", []),
        ("10.001", [("sign-off", "daily-dose-jump", "day 2")]),
        ("1", []),
        ("0.999", [("sign-off", "daily-dose-fall", "day 2")]),
    ],
)
def test_a_day_against_the_day_before(second, expected):
    assert two_days("1", second).engine_version == ENGINE_VERSION
    assert codes(two_days("1", second)) == expected


def test_a_declared_fall_is_no_finding_but_a_jump_is():
    assert codes(two_days("1", "0.5", declared=["falling"])) == []
    assert codes(two_days("1", "11", declared=["logarithmic", "slow", "falling"])) == [
        ("sign-off", "daily-dose-jump", "day 2")
    ]


@pytest.mark.parametrize(("evening", "found"), [("10", []), ("10.001", ["single-dose-jump"])])
def test_one_dose_against_the_dose_before_it(evening, found):
    schedule = scheduled(
        [f"days: [1, null], doses: {{morning: 1, evening: {evening}}}"],
        target={"10": "11", "10.001": "11.001"}[evening],
        strengths="0.001",
    )
    assert [code for _, code, _ in codes(schedule)] == found


@pytest.mark.parametrize(
    ("doses", "dose"),
    [("morning: 2, noon: 40, evening: 420", "40\u00a0mg"), ("morning: 2, noon: 22, evening: 440", "440\u00a0mg")],
)
def test_of_several_jumps_in_a_day_the_steepest_is_named(doses, dose):
    schedule = scheduled([f"days: [1, null], doses: {{{doses}}}"], target="462", strengths="1")
    [finding] = [finding for finding in schedule.findings if finding.code == "single-dose-jump"]
    assert dict(finding.values) == {"day": "1", "dose": dose, "fold": "20"}


def test_a_daily_jump_says_its_day_and_fold():
    [finding] = two_days("1", "12").findings
    assert dict(finding.values) == {"day": "2", "fold": "12"}


def test_a_dose_may_jump_where_the_day_does_not():
    schedule = scheduled(
        ["days: [1, 1], dose: 1, times_per_day: 4", "days: [2, 2], dose: 11, times_per_day: 1"],
        target="11",
        strengths="1",
    )
    assert codes(schedule) == [("sign-off", "single-dose-jump", "day 2")]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("1000", []),
        ("1001", []),
        ("1001.002", [("blocker", "target-missed", "day 2")]),
        ("999.0010", []),
        ("999", [("blocker", "target-exceeded", "day 2")]),
    ],
)
def test_the_last_phase_against_the_target(target, expected):
    assert codes(two_days("999", "1000", target=target)) == expected


def test_logarithmic_signs_for_what_exceeds():
    assert codes(two_days("999", "1000", target="900", declared=["logarithmic"])) == [
        ("sign-off", "target-exceeded", "day 2")
    ]


def test_blockers_come_first_and_messages_are_whole():
    schedule = two_days("1", "20", target="30", strengths="7")
    assert [level for level, _, _ in codes(schedule)] == ["blocker", "sign-off", "caution", "caution"]


def test_an_amount_is_said_to_need_compounding_once():
    schedule = two_days("5", "5", strengths="2")
    assert codes(schedule) == [("caution", "must-be-compounded", "day 1")]


def test_without_strengths_nothing_is_said_of_units():
    data = days(["days: [1, null], dose: 7, times_per_day: 1"], target="7")
    del data["strengths"]
    schedule = compute_any(read_any(data))
    assert (schedule.days[0].doses[0].units, schedule.findings) == (None, ())
