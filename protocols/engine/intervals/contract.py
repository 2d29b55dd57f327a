"""Single doses as other programs get them (contracts.md 2)."""

from fractions import Fraction
from typing import Any

from desens.numbers.write import plain_text
from protocols.engine.contract import findings_to_contract
from protocols.engine.intervals.schedule import DrawnSolution, IntervalSchedule, IntervalStep


def intervals_to_contract(schedule: IntervalSchedule) -> dict[str, Any]:
    """The published form: amounts as text, exact or with 12 significant digits; `infused_ml` is what was drawn."""
    return {
        "drug": schedule.drug,
        "route": schedule.route,
        "unit": schedule.unit,
        "target_dose": plain_text(schedule.target_dose),
        "total_minutes": plain_text(schedule.total_minutes),
        "total_dose": plain_text(schedule.total_dose),
        "solutions": [_solution(solution) for solution in schedule.solutions],
        "steps": [_step(step) for step in schedule.steps],
        "findings": findings_to_contract(schedule.findings),
    }


def _solution(solution: DrawnSolution) -> dict[str, Any]:
    return {
        "number": solution.number,
        "volume_ml": _or_null(solution.volume_ml),
        "concentration": plain_text(solution.concentration),
        "amount": _or_null(solution.amount),
        "infused_ml": plain_text(solution.drawn_ml),
        "discarded_ml": _or_null(solution.discarded_ml),
        "discarded_amount": _or_null(solution.discarded_amount),
    }


def _step(step: IntervalStep) -> dict[str, Any]:
    return {
        "number": step.number,
        "solution": step.solution,
        "minute": step.minute,
        "volume_ml": _or_null(step.volume_ml),
        "dose": plain_text(step.dose),
        "cumulative_dose": plain_text(step.cumulative_dose),
        "fold_increase": _or_null(step.fold_increase),
    }


def _or_null(value: Fraction | None) -> str | None:
    return None if value is None else plain_text(value)
