"""Findings of single doses at the edge of each rule and just beyond, and what no schedule exists for."""

from decimal import Decimal

import pytest

from protocols.engine import ENGINE_VERSION, NothingToCompute, explain_finding
from tests.protocols.engine.intervals.samples import codes, scheduled, solution


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("2.5", []),
        ("2.501", [("caution", "dose-jump", "step 2")]),
        ("3", [("caution", "dose-jump", "step 2")]),
        ("3.001", [("sign-off", "dose-jump", "step 2")]),
        ("1", []),
        ("0.999", [("sign-off", "dose-fall", "step 2")]),
    ],
)
def test_a_dose_against_the_dose_before(second, expected):
    target = str(1 + Decimal(second))
    assert codes(scheduled([1, second], target=target)) == expected


@pytest.mark.parametrize("word", ["logarithmic", "slow"])
def test_declared_jumps_are_none(word):
    assert codes(scheduled([1, 99], declared=[word])) == []
    assert codes(scheduled([1, 99], declared=["falling"])) == [("sign-off", "dose-jump", "step 2")]


def test_a_declared_fall_is_none():
    assert codes(scheduled([99, 1], declared=["falling"])) == []
    assert codes(scheduled([99, 1], declared=["slow", "logarithmic"])) == [("sign-off", "dose-fall", "step 2")]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("100.1", []),
        ("100.101", ["target-missed"]),
        ("99.9001", []),
        ("99.9", ["target-exceeded"]),
    ],
)
def test_the_sum_against_the_target(target, expected):
    assert [code for _, code, _ in codes(scheduled([40, 60], target=target))] == expected


def test_logarithmic_signs_for_what_exceeds():
    assert codes(scheduled([10, 100], declared=["logarithmic"])) == [("sign-off", "target-exceeded", None)]
    assert codes(scheduled([1, 10], declared=["logarithmic"])) == [("blocker", "target-missed", None)]


def test_a_solution_may_be_used_up_but_not_more():
    bottle = solution(number=1, volume_ml=10, concentration=10)
    used_up = scheduled(["solution: 1, volume_ml: 4", "solution: 1, dose: 60"], solutions=[bottle])
    assert (used_up.solutions[0].discarded_ml, used_up.solutions[0].discarded_amount) == (0, 0)
    with pytest.raises(NothingToCompute) as refused:
        scheduled(["solution: 1, volume_ml: 4", "solution: 1, dose: 60.001"], solutions=[bottle])
    (finding,) = refused.value.findings
    assert (finding.level, finding.code, finding.where) == ("blocker", "bag-exhausted", "solution 1")
    assert "runs dry in step 2" in explain_finding(finding)
    assert dict(finding.values)["solution"] == "1"


def test_a_schedule_says_by_which_engine_it_was_computed():
    assert scheduled([40, 60]).engine_version == ENGINE_VERSION
