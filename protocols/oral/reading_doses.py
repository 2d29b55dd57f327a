"""Single doses at intervals, read from their rows."""

from collections.abc import Mapping
from fractions import Fraction

from protocols.engine import DaysSpecification, IntervalSpecification
from protocols.engine.intervals import DoseSolution, SingleDose
from protocols.oral.rows import DoseRow, Plan, whole
from protocols.plan.cells import CellError, CellRefusedError, read_figure

Known = Mapping[str, Fraction]


def read_doses(
    plan: Plan, *, errors: list[CellError], base: DaysSpecification | IntervalSpecification, known: Known
) -> IntervalSpecification | None:
    """The doses with their solutions under the target of `base`; what is wrong is added to `errors`."""
    solutions = []
    for n, row in enumerate(plan.solutions, start=1):
        strength = _figure(errors, f"solution-{n}-concentration", row.concentration, known)
        volume_ml = _figure(errors, f"solution-{n}-volume", row.volume, known, optional=True)
        solutions.append(DoseSolution(number=n, concentration=strength or Fraction(1), volume_ml=volume_ml))
    interval = _minutes(errors, "head-1-interval", plan.head.interval)
    doses = [_dose(errors, row, n, solutions, known) for n, row in enumerate(plan.doses, start=1)]
    for n, single in enumerate(plan.doses, start=1):
        minutes = single.minutes.strip()
        if n == 1 and minutes:
            errors.append(CellError(cell="dose-1-minutes", code="first_has_none"))
        elif n > 1 and not minutes and not plan.head.interval.strip():
            errors.append(CellError(cell=f"dose-{n}-minutes", code="no_interval"))
    if errors:
        return None
    return IntervalSpecification(
        drug=base.drug,
        route=base.route,
        target_dose=base.target_dose,
        unit=base.unit,
        solutions=tuple(solutions),
        interval_minutes=interval,
        doses=tuple(dose for dose in doses if dose),
    )


def _dose(
    errors: list[CellError], row: DoseRow, n: int, solutions: list[DoseSolution], known: Known
) -> SingleDose | None:
    name = f"dose-{n}"
    volume_ml = _figure(errors, f"{name}-volume", row.volume, known, optional=True)
    dose = _figure(errors, f"{name}-dose", row.dose, known, optional=True)
    minutes = _minutes(errors, f"{name}-minutes", row.minutes)
    number = whole(row.solution)
    code = ""
    if row.solution.strip() and (number is None or number > len(solutions)):
        name, code = f"{name}-solution", "choose"
    elif not row.solution.strip() and row.volume.strip():
        name, code = f"{name}-solution", "which_solution"
    elif not row.volume.strip() and not row.dose.strip():
        name, code = f"{name}-dose", "volume_or_dose"
    elif number and volume_ml and dose and volume_ml * solutions[number - 1].concentration != dose:
        name, code = f"{name}-dose", "disagree_dose"
    if code:
        errors.append(CellError(cell=name, code=code))
        return None
    return SingleDose(solution=number, volume_ml=volume_ml, dose=dose, minutes_after_previous=minutes)


def _figure(errors: list[CellError], cell: str, text: str, known: Known, *, optional: bool = False) -> Fraction | None:
    try:
        return read_figure(cell, text, known=known, optional=optional)
    except CellRefusedError as refused:
        errors.append(refused.error)
        return None


def _minutes(errors: list[CellError], cell: str, text: str) -> int | None:
    """Whole minutes, None where none are typed."""
    minutes = whole(text)
    if minutes is None and text.strip():
        errors.append(CellError(cell=cell, code="no_minutes"))
    return minutes
