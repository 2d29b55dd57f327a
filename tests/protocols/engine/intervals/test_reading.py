"""Errors of single doses name the key and what was expected (contracts.md 0); solutions in all their ways."""

import pytest

from protocols.engine import ContentError, read_any
from protocols.engine.entries import MOST_STEPS
from tests.protocols.engine.intervals.samples import intervals, scheduled, solution

STOCK = [solution(number=1, concentration=10)]


def error_of(data):
    with pytest.raises(ContentError) as caught:
        read_any(data)
    return caught.value.key, caught.value.expected


WRONG_DOSES = [
    (["solution: 1, volume_ml: 1, dose: 11"], "doses entry 1, dose", "do not meet"),
    (["solution: 1"], "doses entry 1, volume_ml", "beside the solution"),
    (["solution: 2, dose: 1"], "doses entry 1, solution", "(1), not 2"),
    (["solution: 1.5, dose: 1"], "doses entry 1, solution", "whole number"),
    (["volume_ml: 1"], "doses entry 1, solution", "since volume_ml is stated"),
    (["volume_ml: 1, dose: 10"], "doses entry 1, solution", "since volume_ml is stated"),
    (["1", "minutes_after_previous: 5"], "doses entry 2, dose", "a dose alone"),
    (["dose: 0"], "doses entry 1, dose", "above zero"),
    (["dose: -1"], "doses entry 1, dose", "above zero"),
    (["dose: null"], "doses entry 1, dose", "null"),
    (["solution: 1, volume_ml: 0"], "doses entry 1, volume_ml", "above zero"),
    (["dose: 1, minutes_after_previous: 5"], "doses entry 1, minutes_after_previous", "before the first"),
    (["1", "dose: 1, minutes_after_previous: 0"], "doses entry 2, minutes_after_previous", "above zero"),
    (["1", "dose: 1, minutes_after_previous: 7.5"], "doses entry 2, minutes_after_previous", "whole number"),
    (["1", "dose: 1, minutes_after_previous: 525601"], "doses entry 2, minutes_after_previous", "up to 525600"),
    (["doze: 1"], "doses entry 1, doze", "did you mean dose"),
]


@pytest.mark.parametrize(("doses", "key", "expected"), WRONG_DOSES)
def test_what_is_no_dose(doses, key, expected):
    found_key, found = error_of(intervals(doses, solutions=STOCK))
    assert (found_key, expected in found) == (key, True), found


WRONG_SOLUTIONS = [
    ([], "solutions", "1 to 20"),
    ([{"number": "1"}], "solutions entry 1, concentration", "exactly one of"),
    ([solution(number=1, concentration=1, amount=1)], "solutions entry 1, concentration", "not 2"),
    ([solution(number=1, amount=1)], "solutions entry 1, volume_ml", "gives no concentration"),
    ([solution(number=1, dilution=10)], "solutions entry 1, volume_ml", "the last solution used"),
    ([solution(number=1, volume_ml=1, amount="remainder")], "solutions entry 1, amount", "one of full"),
    ([solution(number=1, concentration=0)], "solutions entry 1, concentration", "above zero"),
    ([solution(number=1, volume_ml=0, concentration=1)], "solutions entry 1, volume_ml", "above zero"),
    ([*STOCK, *STOCK], "solutions entry 2, number", "stands twice"),
    ([{"concentration": "1"}], "solutions entry 1, number", "missing"),
]


@pytest.mark.parametrize(("solutions", "key", "expected"), WRONG_SOLUTIONS)
def test_what_is_no_solution(solutions, key, expected):
    found_key, found = error_of(intervals([1], solutions=solutions))
    assert (found_key, expected in found) == (key, True), found


WRONG_KEYS = [
    ({"interval_minutes": "0"}, "interval_minutes", "above zero"),
    ({"interval_minutes": "7.5"}, "interval_minutes", "whole number"),
    ({"interval_minutes": None}, "interval_minutes", "null"),
    ({"interval_minutes": "525601"}, "interval_minutes", "up to 525600"),
    ({"doses": []}, "doses", "1 to 200"),
    ({"doses": ["1"]}, "doses entry 1", "a mapping"),
    ({"doses": [{"dose": "1"}] * (MOST_STEPS + 1)}, "doses", "1 to 200"),
    ({"target_dose": None}, "target_dose", "null"),
    ({"unit": "IUs"}, "unit", "did you mean IU"),
    ({"route": "intravenous"}, "interval_minutes", "a known key"),
    ({"line": {}}, "line", "a known key"),
    ({"steps": []}, "steps", "a known key"),
]


@pytest.mark.parametrize(("changes", "key", "expected"), WRONG_KEYS)
def test_what_is_no_specification(changes, key, expected):
    found_key, found = error_of({**intervals([1, 2]), **changes})
    assert (found_key, expected in found) == (key, True), found


def test_an_interval_is_needed_for_every_dose_but_the_first():
    data = intervals([1, "dose: 2, minutes_after_previous: 5", 3])
    del data["interval_minutes"]
    assert error_of(data)[0] == "doses entry 3, minutes_after_previous"
    data["doses"].pop()
    assert read_any(data).interval_minutes is None


def test_one_dose_needs_no_interval():
    data = intervals([100])
    del data["interval_minutes"]
    assert read_any(data).doses[0].dose == 100


def test_a_solution_without_any_stated():
    assert error_of(intervals(["solution: 1, dose: 1"]))[1] == "a solution's number (none is stated), not 1"


def test_solutions_in_all_their_ways():
    schedule = scheduled(
        ["solution: 1, volume_ml: 1", "solution: 2, volume_ml: 1", "solution: 3, dose: 20, volume_ml: 2"],
        solutions=[
            solution(number=1, volume_ml=50, dilution=100),
            solution(number=2, volume_ml=10, amount=5),
            solution(number=3, volume_ml=10, amount="full"),
        ],
    )
    assert [drawn.concentration * 10 for drawn in schedule.solutions] == [1, 5, 100]
    assert [drawn.amount for drawn in schedule.solutions] == [5, 5, 100]
    assert [step.volume_ml for step in schedule.steps] == [1, 1, 2]


def test_a_dilution_is_counted_from_the_solution_of_the_last_measured_dose():
    bottles = [solution(number=1, volume_ml=50, dilution=2), solution(number=2, concentration=7)]
    doses = ["solution: 2, volume_ml: 1", "solution: 1, volume_ml: 1", "dose: 5"]
    assert [drawn.concentration for drawn in scheduled(doses, solutions=bottles).solutions] == [1, 7]
    assert error_of(intervals(["solution: 2, volume_ml: 1"], solutions=bottles))[0] == "solutions entry 2, volume_ml"


@pytest.mark.parametrize("doses", [None, "1", ["1"], [None]])
def test_doses_that_are_none_beside_a_dilution(doses):
    data = intervals([1], solutions=[solution(number=1, volume_ml=50, dilution=2)])
    assert error_of({**data, "doses": doses})[0].startswith("doses")
