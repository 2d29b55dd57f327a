"""A schedule as other programs get it (contracts.md 2)."""

from collections.abc import Iterable
from typing import Any

from desens.numbers.write import plain_text
from protocols.engine.explain import explain_finding
from protocols.engine.finding import Finding
from protocols.engine.schedule import Schedule, ScheduledSolution, ScheduledStep


def to_contract(schedule: Schedule) -> dict[str, Any]:
    """The published form: amounts as text, exact or with 12 significant digits."""
    return {
        "drug": schedule.drug,
        "route": schedule.route,
        "unit": schedule.unit,
        "target_dose": plain_text(schedule.target_dose),
        "total_minutes": plain_text(schedule.total_minutes),
        "total_dose": plain_text(schedule.total_dose),
        "in_line": {"ml": plain_text(schedule.in_line_ml), "amount": plain_text(schedule.in_line_amount)},
        "solutions": [_solution(solution) for solution in schedule.solutions],
        "steps": [_step(step) for step in schedule.steps],
        "findings": findings_to_contract(schedule.findings),
    }


def findings_to_contract(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings as every command prints them."""
    return [
        {
            "level": finding.level,
            "code": finding.code,
            "where": finding.where,
            "message": explain_finding(finding),
        }
        for finding in findings
    ]


def _solution(solution: ScheduledSolution) -> dict[str, Any]:
    return {
        "number": solution.number,
        "volume_ml": plain_text(solution.volume_ml),
        "concentration": plain_text(solution.concentration),
        "amount": plain_text(solution.amount),
        "infused_ml": plain_text(solution.infused_ml),
        "discarded_ml": plain_text(solution.discarded_ml),
        "discarded_amount": plain_text(solution.discarded_amount),
    }


def _step(step: ScheduledStep) -> dict[str, Any]:
    published: dict[str, Any] = {
        "number": step.number,
        "solution": step.solution,
        "rate_ml_h": plain_text(step.rate_ml_h),
        "minutes": plain_text(step.minutes),
        "volume_ml": plain_text(step.volume_ml),
        "dose": plain_text(step.dose),
        "cumulative_dose": plain_text(step.cumulative_dose),
        "fold_increase": None if step.fold_increase is None else plain_text(step.fold_increase),
    }
    marks = {"flush": step.flush, "line_fill": step.line_fill}
    return published | {name: True for name, marked in marks.items() if marked}
