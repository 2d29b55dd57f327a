"""From doses at intervals to minutes, volumes and sums."""

from dataclasses import replace
from fractions import Fraction

from protocols.engine.finding import Blocker, NothingToCompute
from protocols.engine.intervals.checks import findings_of
from protocols.engine.intervals.schedule import DrawnSolution, IntervalSchedule, IntervalStep
from protocols.engine.intervals.specification import DoseSolution, IntervalSpecification, SingleDose
from protocols.engine.schedule import ENGINE_VERSION
from protocols.engine.wording import volume_text

ZERO = Fraction(0)


def compute_intervals(specification: IntervalSpecification) -> IntervalSchedule:
    """The schedule with its findings; NothingToCompute where a solution runs dry."""
    steps = _steps(specification)
    drawn = _drawn(specification, steps)
    schedule = IntervalSchedule(
        drug=specification.drug,
        route=specification.route,
        unit=specification.unit,
        target_dose=specification.target_dose,
        total_minutes=steps[-1].minute,
        total_dose=steps[-1].cumulative_dose,
        solutions=tuple(
            DrawnSolution(
                number=solution.number,
                volume_ml=solution.volume_ml,
                concentration=solution.concentration,
                drawn_ml=drawn[solution.number],
            )
            for solution in specification.solutions
        ),
        steps=steps,
        findings=(),
        engine_version=ENGINE_VERSION,
    )
    return replace(schedule, findings=findings_of(schedule, specification.declared))


def _steps(specification: IntervalSpecification) -> tuple[IntervalStep, ...]:
    solutions = {solution.number: solution for solution in specification.solutions}
    steps: list[IntervalStep] = []
    minute, given = 0, ZERO
    for number, single in enumerate(specification.doses, start=1):
        volume_ml, dose = _measured(single, solutions)
        given += dose
        if steps:
            minute += single.minutes_after_previous or specification.interval_minutes or 0
        steps.append(
            IntervalStep(
                number=number,
                minute=minute,
                solution=single.solution,
                volume_ml=volume_ml,
                dose=dose,
                cumulative_dose=given,
                fold_increase=dose / steps[-1].dose if steps else None,
            )
        )
    return tuple(steps)


def _measured(single: SingleDose, solutions: dict[int, DoseSolution]) -> tuple[Fraction | None, Fraction]:
    """The volume in mL, None for a dose alone, and the dose."""
    if single.solution is None:
        return None, single.dose or ZERO
    concentration = solutions[single.solution].concentration
    if single.volume_ml is not None:
        return single.volume_ml, single.volume_ml * concentration
    dose = single.dose or ZERO
    return dose / concentration, dose


def _drawn(specification: IntervalSpecification, steps: tuple[IntervalStep, ...]) -> dict[int, Fraction]:
    """What is drawn from each solution, in mL; NothingToCompute names the dose at which one runs dry."""
    drawn = {solution.number: ZERO for solution in specification.solutions}
    holds = {solution.number: solution.volume_ml for solution in specification.solutions}
    for step in steps:
        if step.solution is None or step.volume_ml is None:
            continue
        drawn[step.solution] += step.volume_ml
        held = holds[step.solution]
        if held is not None and drawn[step.solution] > held:
            values = (
                ("solution", str(step.solution)),
                ("step", str(step.number)),
                ("holds", volume_text(held)),
                ("drawn", volume_text(drawn[step.solution])),
            )
            where = f"solution {step.solution}"
            raise NothingToCompute((Blocker(code="bag-exhausted", where=where, values=values),))
    return drawn
