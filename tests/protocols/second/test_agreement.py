"""The engine against the second way: the same figures in every field, or both refuse."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import event, example, given

from protocols.engine import NothingToCompute, compute, read_specification, to_contract
from tests.protocols.second.brigham import generic
from tests.protocols.second.comparison import differences
from tests.protocols.second.integration import RefusedError, integrate
from tests.protocols.second.strategies import specifications


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


def found(output: dict, code: str) -> set[str | None]:
    return {finding["where"] for finding in output["findings"] if finding["code"] == code}


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
def test_the_findings_of_the_line_agree(mapping: dict) -> None:
    written, ours = engine_output(mapping), second_output(mapping)
    if written is None or ours is None:
        return
    nothing = {f"step {row['number']}" for row in ours["steps"] if row["dose"] == 0 and not row["line_fill"]}
    assert found(written, "undelivered-step") == nothing
    flushed = mapping.get("line", {}).get("end_flush", False)
    if not flushed:
        assert bool(found(written, "overage-in-line")) == (ours["in_line"]["amount"] > 0)
    off = abs(ours["total_dose"] - ours["target_dose"]) > ours["target_dose"] * Fraction("0.001")
    assert bool(found(written, "target-missed") | found(written, "target-exceeded")) == off
