"""From an oral specification to the rows of its plan."""

from fractions import Fraction

from protocols.engine import DaysSpecification, IntervalSpecification
from protocols.engine.days import Phase
from protocols.engine.days.specification import TIMES_OF
from protocols.engine.intervals import SingleDose
from protocols.oral.rows import DoseRow, HeadRow, PhaseRow, Plan, SolutionRow
from protocols.plan.building import figure_text

OralSpecification = DaysSpecification | IntervalSpecification


def plan_of(specification: OralSpecification) -> Plan:
    """The rows of a specification; solutions are numbered by their position."""
    if isinstance(specification, DaysSpecification):
        strengths = "; ".join(map(figure_text, specification.strengths))
        head = HeadRow(target=figure_text(specification.target_dose), strengths=strengths)
        return Plan(head=head, phases=tuple(map(_phase, specification.phases)))
    places = {solution.number: str(n) for n, solution in enumerate(specification.solutions, start=1)}
    interval = "" if specification.interval_minutes is None else str(specification.interval_minutes)
    return Plan(
        head=HeadRow(target=figure_text(specification.target_dose), interval=interval),
        solutions=tuple(
            SolutionRow(concentration=figure_text(solution.concentration), volume=figure_text(solution.volume_ml))
            for solution in specification.solutions
        ),
        doses=tuple(_dose(single, places) for single in specification.doses),
    )


def known_figures(*specifications: OralSpecification) -> dict[str, Fraction]:
    """Every figure of the specifications by its text in a cell, so that what nobody typed is read back exactly."""
    figures = [figure for specification in specifications for figure in _figures(specification)]
    return {figure_text(figure): figure for figure in figures if figure is not None}


def _phase(phase: Phase) -> PhaseRow:
    days = {"first": str(phase.first_day), "last": "" if phase.last_day is None else str(phase.last_day)}
    amounts = {dose for _time, dose in phase.doses}
    times = tuple(time for time, _dose in phase.doses)
    if len(amounts) == 1 and TIMES_OF.get(len(times)) == times:
        return PhaseRow(**days, dose=figure_text(amounts.pop()), times=str(len(times)))
    return PhaseRow(**days, **{time: figure_text(dose) for time, dose in phase.doses})


def _dose(single: SingleDose, places: dict[int, str]) -> DoseRow:
    return DoseRow(
        solution="" if single.solution is None else places[single.solution],
        volume=figure_text(single.volume_ml),
        dose=figure_text(single.dose),
        minutes="" if single.minutes_after_previous is None else str(single.minutes_after_previous),
    )


def _figures(specification: OralSpecification) -> list[Fraction | None]:
    if isinstance(specification, DaysSpecification):
        doses = [dose for phase in specification.phases for _time, dose in phase.doses]
        return [specification.target_dose, *specification.strengths, *doses]
    solutions = [figure for one in specification.solutions for figure in (one.concentration, one.volume_ml)]
    doses_at = [figure for single in specification.doses for figure in (single.volume_ml, single.dose)]
    return [specification.target_dose, *solutions, *doses_at]
