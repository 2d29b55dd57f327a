"""Errors of oral protocols over days name the key and what was expected (contracts.md 0)."""

import pytest

from protocols.engine import ContentError, read_any
from protocols.engine.days.phases import MOST_DAYS
from tests.protocols.engine.days.samples import days

RIGHT = ("days: [1, 2], dose: 150, times_per_day: 2", "days: [3, null], doses: {morning: 450, evening: 600}")


def error_of(data):
    with pytest.raises(ContentError) as caught:
        read_any(data)
    return caught.value.key, caught.value.expected


def test_the_contract_example_is_read():
    first, last = read_any(days(RIGHT)).phases
    assert (first.first_day, first.last_day, first.doses) == (1, 2, (("morning", 150), ("evening", 150)))
    assert (last.last_day, last.doses, last.total) == (None, (("morning", 450), ("evening", 600)), 1050)


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ("1", ["morning"]),
        ("2", ["morning", "evening"]),
        ("3", ["morning", "noon", "evening"]),
        ("4", ["morning", "noon", "evening", "night"]),
    ],
)
def test_times_a_day(times, expected):
    (phase,) = read_any(days([f"days: [1, null], dose: 150, times_per_day: {times}"])).phases
    assert [time for time, _ in phase.doses] == expected


def test_doses_come_in_the_order_of_the_day():
    (phase,) = read_any(days(["days: [1, 1], doses: {night: 4, evening: 3, noon: 2, morning: 1}"])).phases
    assert phase.doses == (("morning", 1), ("noon", 2), ("evening", 3), ("night", 4))


WRONG_PHASES = [
    (["days: [2, null], dose: 1, times_per_day: 1"], "phases entry 1, days", "day 1"),
    (["days: [1, 2], dose: 1, times_per_day: 1", "days: [4, 5], dose: 1, times_per_day: 1"],
     "phases entry 2, days", "a gap"),
    (["days: [1, 2], dose: 1, times_per_day: 1", "days: [2, 5], dose: 1, times_per_day: 1"],
     "phases entry 2, days", "an overlap"),
    (["days: [1, null], dose: 1, times_per_day: 1", "days: [2, 5], dose: 1, times_per_day: 1"],
     "phases entry 1, days", "only the last phase"),
    (["days: [2, 1], dose: 1, times_per_day: 1"], "phases entry 1, days", "a last day from 2"),
    ([f"days: [1, {MOST_DAYS + 1}], dose: 1, times_per_day: 1"], "phases entry 1, days", f"to {MOST_DAYS}"),
    (["days: [0, 1], dose: 1, times_per_day: 1"], "phases entry 1, days, first day", "above zero"),
    (["days: [1, 1.5], dose: 1, times_per_day: 1"], "phases entry 1, days, last day", "whole number"),
    (["days: [null, 1], dose: 1, times_per_day: 1"], "phases entry 1, days, first day", "null"),
    (["days: [1], dose: 1, times_per_day: 1"], "phases entry 1, days", "[first day, last day]"),
    (["days: 1, dose: 1, times_per_day: 1"], "phases entry 1, days", "[first day, last day]"),
    (["dose: 1, times_per_day: 1"], "phases entry 1, days", "missing"),
    (["days: [1, 2], dose: 1"], "phases entry 1, times_per_day", "missing"),
    (["days: [1, 2], times_per_day: 1"], "phases entry 1, dose", "missing"),
    (["days: [1, 2]"], "phases entry 1, dose", "missing"),
    (["days: [1, 2], dose: 0, times_per_day: 1"], "phases entry 1, dose", "above zero"),
    (["days: [1, 2], dose: true, times_per_day: 1"], "phases entry 1, dose", "a number"),
    (["days: [1, 2], dose: 1, times_per_day: 5"], "phases entry 1, times_per_day", "1 to 4"),
    (["days: [1, 2], dose: 1, times_per_day: 1.5"], "phases entry 1, times_per_day", "whole number"),
    (["days: [1, 2], doses: {morning: 1}, dose: 1"], "phases entry 1, dose", "not both"),
    (["days: [1, 2], doses: {morning: 1}, times_per_day: 1"], "phases entry 1, times_per_day", "not both"),
    (["days: [1, 2], doses: {}"], "phases entry 1, doses", "at least one"),
    (["days: [1, 2], doses: {mornin: 1}"], "phases entry 1, doses, mornin", "did you mean morning"),
    (["days: [1, 2], doses: {morning: -1}"], "phases entry 1, doses, morning", "above zero"),
    (["days: [1, 2], doses: [1]"], "phases entry 1, doses", "a mapping"),
    (["days: [1, 2], dose: 1, time_per_day: 1"], "phases entry 1, time_per_day", "did you mean times_per_day"),
]  # fmt: skip


@pytest.mark.parametrize(("phases", "key", "expected"), WRONG_PHASES)
def test_what_is_no_phase(phases, key, expected):
    found_key, found = error_of(days(phases))
    assert found_key == key
    assert expected in found


WRONG_KEYS = [
    ({"strengths": []}, "strengths", "1 to 20"),
    ({"strengths": "150"}, "strengths", "a list"),
    ({"strengths": ["150", "0"]}, "strengths entry 2", "above zero"),
    ({"strengths": ["150", None]}, "strengths entry 2", "null"),
    ({"strengths": ["150", "150.0"]}, "strengths", "each figure once"),
    ({"phases": []}, "phases", "1 to 200"),
    ({"phases": None}, "phases", "a list"),
    ({"phases": ["1"]}, "phases entry 1", "a mapping"),
    ({"target_dose": "0"}, "target_dose", "above zero"),
    ({"unit": "ug"}, "unit", "did you mean mcg"),
    ({"route": "subcutaneous"}, "route", "one of oral"),
    ({"route": "orl"}, "route", "did you mean oral"),
    ({"route": "intravenous"}, "strengths", "a known key"),
    ({"declared": ["slo"]}, "declared", "did you mean slow"),
    ({"pump": {}}, "pump", "a known key"),
    ({"doses": []}, "doses", "not both"),
]


@pytest.mark.parametrize(("changes", "key", "expected"), WRONG_KEYS)
def test_what_is_no_specification(changes, key, expected):
    found_key, found = error_of({**days(RIGHT), **changes})
    assert (found_key, expected in found) == (key, True), found


@pytest.mark.parametrize("missing", ["drug", "target_dose", "unit", "phases", "route"])
def test_missing_keys(missing):
    data = days(RIGHT)
    del data[missing]
    key, expected = error_of(data)
    assert missing in key
    assert "missing" in expected


def test_subcutaneous_without_doses():
    data = days(RIGHT) | {"route": "subcutaneous"}
    del data["phases"]
    assert error_of(data) == ("doses", "a value for the route subcutaneous, but the key is missing")


@pytest.mark.parametrize("data", [None, [], "text", {}])
def test_what_is_nothing_at_all(data):
    assert all(error_of(data))
