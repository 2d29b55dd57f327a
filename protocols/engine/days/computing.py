"""From phases to days, each with its doses, its units, its total and its rise."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from protocols.engine.days.checks import findings_of
from protocols.engine.days.schedule import DayDose, DaysSchedule, ScheduledDay
from protocols.engine.days.specification import DaysSpecification, Phase
from protocols.engine.days.units import Units, fewest_units
from protocols.engine.schedule import ENGINE_VERSION


def compute_days(specification: DaysSpecification) -> DaysSchedule:
    """The schedule with its findings; one always exists."""
    amounts = frozenset(dose for phase in specification.phases for _, dose in phase.doses)
    units = fewest_units(amounts, specification.strengths)
    schedule = DaysSchedule(
        drug=specification.drug,
        route=specification.route,
        unit=specification.unit,
        target_dose=specification.target_dose,
        strengths=specification.strengths,
        open_ended=specification.phases[-1].last_day is None,
        days=tuple(_days(specification.phases, units)),
        findings=(),
        engine_version=ENGINE_VERSION,
    )
    return replace(schedule, findings=findings_of(schedule, specification))


def _days(phases: tuple[Phase, ...], units: dict[Fraction, Units | None]) -> Iterator[ScheduledDay]:
    before: Fraction | None = None
    for phase in phases:
        doses = tuple(DayDose(time=time, dose=dose, units=units[dose]) for time, dose in phase.doses)
        last_day = phase.first_day if phase.last_day is None else phase.last_day
        for day in range(phase.first_day, last_day + 1):
            fold = None if before is None else phase.total / before
            yield ScheduledDay(day=day, doses=doses, total=phase.total, fold_increase=fold)
            before = phase.total
