"""Single doses as stored JSON, schema intervals-1, without loss: a figure without end is kept as a ratio."""

from typing import Any

from desens.numbers.write import exact_text, read_exact
from protocols.engine.intervals.schedule import DrawnSolution, IntervalSchedule, IntervalStep
from protocols.engine.intervals.specification import DoseSolution, IntervalSpecification, SingleDose
from protocols.engine.records import finding_record, read_finding, record, values_of

INTERVALS_SCHEMA = "intervals-1"


def intervals_to_stored(schedule: IntervalSchedule) -> dict[str, Any]:
    """All of a schedule, findings included, for JSON."""
    return {
        "schema": INTERVALS_SCHEMA,
        "engine_version": schedule.engine_version,
        "drug": schedule.drug,
        "route": schedule.route,
        "unit": schedule.unit,
        "target_dose": exact_text(schedule.target_dose),
        "total_minutes": schedule.total_minutes,
        "total_dose": exact_text(schedule.total_dose),
        "solutions": [record(solution) for solution in schedule.solutions],
        "steps": [record(step) for step in schedule.steps],
        "findings": [finding_record(finding) for finding in schedule.findings],
    }


def intervals_from_stored(data: dict[str, Any]) -> IntervalSchedule:
    """The schedule that `intervals_to_stored` stored."""
    return IntervalSchedule(
        engine_version=data["engine_version"],
        drug=data["drug"],
        route=data["route"],
        unit=data["unit"],
        target_dose=read_exact(data["target_dose"]),
        total_minutes=data["total_minutes"],
        total_dose=read_exact(data["total_dose"]),
        solutions=tuple(DrawnSolution(**values_of(solution)) for solution in data["solutions"]),
        steps=tuple(IntervalStep(**values_of(step)) for step in data["steps"]),
        findings=tuple(read_finding(finding) for finding in data["findings"]),
    )


def intervals_specification_to_stored(specification: IntervalSpecification) -> dict[str, Any]:
    """All of a specification, for JSON."""
    return {
        "schema": INTERVALS_SCHEMA,
        "drug": specification.drug,
        "route": specification.route,
        "target_dose": exact_text(specification.target_dose),
        "unit": specification.unit,
        "declared": sorted(specification.declared),
        "solutions": [record(solution) for solution in specification.solutions],
        "interval_minutes": specification.interval_minutes,
        "doses": [record(single) for single in specification.doses],
    }


def intervals_specification_from_stored(data: dict[str, Any]) -> IntervalSpecification:
    """The specification that `intervals_specification_to_stored` stored."""
    return IntervalSpecification(
        drug=data["drug"],
        route=data["route"],
        target_dose=read_exact(data["target_dose"]),
        unit=data["unit"],
        declared=frozenset(data["declared"]),
        solutions=tuple(DoseSolution(**values_of(solution)) for solution in data["solutions"]),
        interval_minutes=data["interval_minutes"],
        doses=tuple(SingleDose(**values_of(single)) for single in data["doses"]),
    )
