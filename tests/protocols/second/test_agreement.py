"""The engine against the second way: the same figures in every field, or both refuse."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings

from protocols.engine import NothingToCompute, compute, read_specification, to_contract
from tests.protocols.second.brigham import generic
from tests.protocols.second.comparison import differences
from tests.protocols.second.integration import RefusedError, integrate
from tests.protocols.second.strategies import specifications
from tests.protocols.second.verdict import CODES, verdicts


def engine_output(mapping: dict) -> dict | set[str]:
    """The contract's output, or the codes of why there is none."""
    try:
        return to_contract(compute(read_specification(mapping)))
    except NothingToCompute as refused:
        return {finding.code for finding in refused.findings}


def second_output(mapping: dict) -> dict | set[str]:
    try:
        return integrate(mapping)
    except RefusedError as refused:
        return {refused.code}


# Rare in random cases, hence written out: the target met by what the line still holds, a rate at the pump's limits.
MET_IN_THE_LINE = {
    "drug": "example",
    "route": "intravenous",
    "target_dose": "100",
    "unit": "mg",
    "solutions": [
        {"number": "1", "volume_ml": "100", "amount": "500"},
        {"number": "2", "volume_ml": "50", "amount": "1"},
    ],
    "steps": [
        {"solution": "1", "rate_ml_h": "20", "volume_ml": "30"},
        {"solution": "2", "rate_ml_h": "160", "volume_ml": "to_target"},
    ],
    "line": {"dead_volume_ml": "20", "primed_with": "diluent", "per_solution": False},
    "pump": {"rate_resolution_ml_h": "0.1", "min_rate_ml_h": "20", "max_rate_ml_h": "160"},
}
BAG = {"number": "1", "volume_ml": "250"}
EMPTYING = {"solution": "1", "rate_ml_h": "80", "volume_ml": "rest"}
AROUND_THE_TARGET = [
    {**generic(4), "solutions": [{**BAG, "amount": amount}]} for amount in ("998.9", "999", "1001", "1001.1", "1001.9")
]
NOTHING_LEFT = {**generic(4, last="1"), "steps": [{**EMPTYING, "volume_ml": "250"}, EMPTYING]}
NO_REMAINDER = {
    **generic(8),
    "solutions": [{**BAG, "amount": "full"}, {**BAG, "number": "2", "amount": "remainder"}],
    "steps": [EMPTYING, {**EMPTYING, "solution": "2"}],
}


#: The second way is asked ten times as often at night: 1,000,000 cases (safety.md 4).
NIGHTLY = 100_000
AGREEING = settings(
    max_examples=settings.default.max_examples * (10 if settings.default.max_examples >= NIGHTLY else 1)
)


def check_fields(mapping: dict) -> None:
    written, ours = engine_output(mapping), second_output(mapping)
    if isinstance(written, dict) and isinstance(ours, dict):
        assert list(differences(written, ours)) == []
    else:
        assert written == ours


def check_findings(mapping: dict) -> None:
    written, ours = engine_output(mapping), second_output(mapping)
    if isinstance(written, dict) and isinstance(ours, dict):
        said = {(finding["level"], finding["code"], finding["where"]) for finding in written["findings"]}
        assert {finding for finding in said if finding[1] in CODES} == verdicts(mapping, ours)


@given(specifications())
@example(generic(12))
@example(generic(12, last="full", ending="to_target"))
@example(generic(20, line={"dead_volume_ml": "22", "primed_with": "solution", "end_flush": True}))
@AGREEING
def test_every_field_agrees(mapping: dict) -> None:
    check_fields(mapping)


@given(specifications())
def test_every_finding_agrees(mapping: dict) -> None:
    check_findings(mapping)


@pytest.mark.parametrize("mapping", [MET_IN_THE_LINE, *AROUND_THE_TARGET, NOTHING_LEFT, NO_REMAINDER])
def test_the_edges_agree(mapping: dict) -> None:
    check_fields(mapping)
    check_findings(mapping)
