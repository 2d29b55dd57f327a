"""Rows of an oral plan inserted and removed. Phases after them move, so that no gap and no overlap arises."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from protocols.oral.rows import MOST_DOSES, MOST_PHASES, MOST_SOLUTIONS, DoseRow, PhaseRow, Plan, SolutionRow, whole


def insert_phase(plan: Plan, after: int) -> Plan:
    """One more phase after phase `after`, 0 for before the first: as long as its pattern, with its doses.

    An open phase ends on its first day, and the new one is open. Nothing changes where `after` is no phase.
    """
    if not 0 <= after <= len(plan.phases) or not plan.phases or len(plan.phases) >= MOST_PHASES:
        return plan
    pattern = plan.phases[max(after, 1) - 1]
    first, last = whole(pattern.first), whole(pattern.last)
    length = last - first + 1 if first and last and last >= first else 1
    if not after:
        new = replace(pattern, last=str((first or 1) + length - 1))
        return replace(plan, phases=(new, *_moved(plan.phases, length)))
    above = pattern if pattern.last.strip() else replace(pattern, last=pattern.first)
    begins = (last or first or 0) + 1
    ends = str(begins + length - 1) if pattern.last.strip() else ""
    new = replace(pattern, first=str(begins), last=ends)
    return replace(plan, phases=(*plan.phases[: after - 1], above, new, *_moved(plan.phases[after:], length)))


def remove_phase(plan: Plan, number: int) -> Plan:
    """Without phase `number`; the only one stays. Where an open one goes, the one above is open."""
    if not 1 <= number <= len(plan.phases) or len(plan.phases) == 1:
        return plan
    gone, above, below = plan.phases[number - 1], plan.phases[: number - 1], plan.phases[number:]
    first, last = whole(gone.first), whole(gone.last)
    if not gone.last.strip() and above and not below:
        return replace(plan, phases=(*above[:-1], replace(above[-1], last="")))
    length = last - first + 1 if first and last and last >= first else 0
    return replace(plan, phases=(*above, *_moved(below, -length)))


def insert_dose(plan: Plan, after: int) -> Plan:
    """One more dose after dose `after`, like the one above it; the first like the old first."""
    if not 0 <= after <= len(plan.doses) or not plan.doses or len(plan.doses) >= MOST_DOSES:
        return plan
    new = plan.doses[max(after, 1) - 1]
    return replace(plan, doses=_first_without_minutes((*plan.doses[:after], new, *plan.doses[after:])))


def remove_dose(plan: Plan, number: int) -> Plan:
    """Without dose `number`; the only one stays."""
    if not 1 <= number <= len(plan.doses) or len(plan.doses) == 1:
        return plan
    return replace(plan, doses=_first_without_minutes((*plan.doses[: number - 1], *plan.doses[number:])))


def insert_solution(plan: Plan, after: int) -> Plan:
    """One more empty solution after solution `after`; doses keep theirs."""
    if plan.phases or not 0 <= after <= len(plan.solutions) or len(plan.solutions) >= MOST_SOLUTIONS:
        return plan
    solutions = (*plan.solutions[:after], SolutionRow(), *plan.solutions[after:])
    return replace(plan, solutions=solutions, doses=_renumbered(plan.doses, beyond=after, by=1))


def remove_solution(plan: Plan, number: int) -> Plan:
    """Without solution `number`; one that a dose uses stays."""
    if not 1 <= number <= len(plan.solutions) or any(whole(row.solution) == number for row in plan.doses):
        return plan
    solutions = (*plan.solutions[: number - 1], *plan.solutions[number:])
    return replace(plan, solutions=solutions, doses=_renumbered(plan.doses, beyond=number, by=-1))


EDITS: dict[str, Callable[[Plan, int], Plan]] = {
    "insert-phase": insert_phase,
    "remove-phase": remove_phase,
    "insert-dose": insert_dose,
    "remove-dose": remove_dose,
    "insert-solution": insert_solution,
    "remove-solution": remove_solution,
}


def _moved(phases: tuple[PhaseRow, ...], days: int) -> tuple[PhaseRow, ...]:
    return tuple(replace(row, first=_later(row.first, days), last=_later(row.last, days)) for row in phases)


def _later(text: str, days: int) -> str:
    day = whole(text)
    return text if day is None else str(max(day + days, 1))


def _first_without_minutes(doses: tuple[Any, ...]) -> tuple[DoseRow, ...]:
    return (replace(doses[0], minutes=""), *doses[1:])


def _renumbered(doses: tuple[DoseRow, ...], *, beyond: int, by: int) -> tuple[DoseRow, ...]:
    """Doses of solutions after position `beyond` follow their solution to its new position."""
    return tuple(
        replace(row, solution=str((whole(row.solution) or 0) + by)) if (whole(row.solution) or 0) > beyond else row
        for row in doses
    )
