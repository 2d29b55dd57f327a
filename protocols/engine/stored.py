"""Specifications and schedules as stored JSON, schema 1, without loss: a figure without end is kept as a ratio."""

import json
from typing import Any

from desens.numbers.write import exact_text, read_exact
from protocols.engine.records import finding_record, read_finding, record, values_of
from protocols.engine.schedule import Schedule, ScheduledSolution, ScheduledStep
from protocols.engine.specification import Line, Pump, Solution, Specification, Step

SCHEMA = 1


class StoredError(ValueError):
    """Stored data of a schema this program does not know."""


def to_stored(schedule: Schedule) -> dict[str, Any]:
    """All of a schedule, findings included, for JSON."""
    return {
        "schema": SCHEMA,
        "engine_version": schedule.engine_version,
        "drug": schedule.drug,
        "route": schedule.route,
        "unit": schedule.unit,
        "target_dose": exact_text(schedule.target_dose),
        "total_minutes": exact_text(schedule.total_minutes),
        "total_dose": exact_text(schedule.total_dose),
        "in_line_ml": exact_text(schedule.in_line_ml),
        "in_line_amount": exact_text(schedule.in_line_amount),
        "solutions": [record(solution) for solution in schedule.solutions],
        "steps": [record(step) for step in schedule.steps],
        "findings": [finding_record(finding) for finding in schedule.findings],
    }


def from_stored(data: dict[str, Any]) -> Schedule:
    """The schedule that `to_stored` stored; StoredError for another schema."""
    _check_schema(data)
    return Schedule(
        engine_version=data["engine_version"],
        drug=data["drug"],
        route=data["route"],
        unit=data["unit"],
        target_dose=read_exact(data["target_dose"]),
        total_minutes=read_exact(data["total_minutes"]),
        total_dose=read_exact(data["total_dose"]),
        in_line_ml=read_exact(data["in_line_ml"]),
        in_line_amount=read_exact(data["in_line_amount"]),
        solutions=tuple(ScheduledSolution(**values_of(solution)) for solution in data["solutions"]),
        steps=tuple(ScheduledStep(**values_of(step)) for step in data["steps"]),
        findings=tuple(read_finding(finding) for finding in data["findings"]),
    )


def specification_to_stored(specification: Specification) -> dict[str, Any]:
    """All of a specification, for JSON."""
    return {
        "schema": SCHEMA,
        "drug": specification.drug,
        "route": specification.route,
        "target_dose": exact_text(specification.target_dose),
        "unit": specification.unit,
        "declared": sorted(specification.declared),
        "solutions": [record(solution) for solution in specification.solutions],
        "steps": [record(step) for step in specification.steps],
        "line": specification.line and record(specification.line),
        "pump": specification.pump and record(specification.pump),
    }


def specification_from_stored(data: dict[str, Any]) -> Specification:
    """The specification that `specification_to_stored` stored; StoredError for another schema."""
    _check_schema(data)
    return Specification(
        drug=data["drug"],
        route=data["route"],
        target_dose=read_exact(data["target_dose"]),
        unit=data["unit"],
        declared=frozenset(data["declared"]),
        solutions=tuple(Solution(**values_of(solution)) for solution in data["solutions"]),
        steps=tuple(Step(**values_of(step)) for step in data["steps"]),
        line=Line(**values_of(data["line"])) if data["line"] else None,
        pump=Pump(**values_of(data["pump"])) if data["pump"] else None,
    )


def canonical(data: dict[str, Any]) -> str:
    """The one text of stored data, of which hashes are made: keys sorted, no blanks, ASCII."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def _check_schema(data: dict[str, Any]) -> None:
    if data.get("schema") != SCHEMA:
        raise StoredError(f"schema {data.get('schema')!r} is not {SCHEMA}")
