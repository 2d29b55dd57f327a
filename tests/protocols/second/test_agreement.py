"""The engine against the second way: the same figures in every field, or both refuse."""

from __future__ import annotations

from hypothesis import event, example, given

from protocols.engine import NothingToCompute, compute, read_specification, to_contract
from tests.protocols.second.brigham import generic
from tests.protocols.second.comparison import differences
from tests.protocols.second.integration import RefusedError, integrate
from tests.protocols.second.strategies import specifications
from tests.protocols.second.verdict import CODES, verdicts


def engine_output(mapping: dict) -> dict | None:
    try:
        return to_contract(compute(read_specification(mapping)))
    except NothingToCompute:
        return None


def second_output(mapping: dict) -> dict | None:
    try:
        return integrate(mapping)
    except RefusedError as refused:
        event(refused.code)
        return None


@given(specifications())
@example(generic(12))
@example(generic(12, last="full", ending="to_target"))
@example(generic(20, line={"dead_volume_ml": "22", "primed_with": "solution", "end_flush": True}))
def test_every_field_agrees(mapping: dict) -> None:
    written, ours = engine_output(mapping), second_output(mapping)
    assert (written is None) == (ours is None), (written, ours)
    if written is not None and ours is not None:
        assert list(differences(written, ours)) == []


@given(specifications())
def test_every_finding_agrees(mapping: dict) -> None:
    written, ours = engine_output(mapping), second_output(mapping)
    if written is not None and ours is not None:
        said = {(finding["level"], finding["code"], finding["where"]) for finding in written["findings"]}
        assert {finding for finding in said if finding[1] in CODES} == verdicts(mapping, ours)
