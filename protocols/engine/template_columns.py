"""The computed figures of a schedule under the names that printed columns have (docs/adding_a_protocol.md)."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import groupby

from desens.numbers.quantity import AMOUNT_UNITS, Quantity, convert
from protocols.engine.anything import AnySchedule
from protocols.engine.days import DaysSchedule, ScheduledDay
from protocols.engine.days.specification import TIMES
from protocols.engine.intervals import IntervalSchedule
from protocols.engine.schedule import Schedule

Figures = tuple[Fraction | None, ...]
Columns = dict[str, Figures]


def row_columns(schedule: AnySchedule) -> Columns:
    """One figure a step, single dose or run of equal days; None where there is none, as for the end of an open run."""
    if isinstance(schedule, DaysSchedule):
        return _days(schedule)
    steps = schedule.steps
    doses = tuple(step.dose for step in steps)
    columns = {
        "step": _whole(step.number for step in steps),
        "solution": tuple(None if step.solution is None else Fraction(step.solution) for step in steps),
        "volume_ml": tuple(step.volume_ml for step in steps),
        "fold_increase": tuple(step.fold_increase for step in steps),
        "percent": tuple(dose * 100 / schedule.target_dose for dose in doses),
        **_in_units("dose", doses, schedule.unit),
        **_in_units("cumulative", (step.cumulative_dose for step in steps), schedule.unit),
    }
    strengths = {Fraction(solution.number): solution.concentration for solution in schedule.solutions}
    of_steps = (strengths.get(number) for number in columns["solution"] if number is not None)
    columns |= _in_units("concentration", of_steps, schedule.unit, ending="_ml")
    return columns | (_infused(schedule) if isinstance(schedule, Schedule) else _timed(schedule))


def solution_columns(schedule: AnySchedule) -> Columns:
    """One figure a solution; none for oral days."""
    if isinstance(schedule, DaysSchedule):
        return {}
    return {
        "solution": _whole(bag.number for bag in schedule.solutions),
        "volume_ml": tuple(bag.volume_ml for bag in schedule.solutions),
        **_in_units("amount", (bag.amount for bag in schedule.solutions), schedule.unit),
        **_in_units("concentration", (bag.concentration for bag in schedule.solutions), schedule.unit, ending="_ml"),
    }


def total_columns(schedule: AnySchedule) -> Columns:
    """The totals, each as the one figure of its column; none for oral days."""
    if isinstance(schedule, DaysSchedule):
        return {}
    return {
        "total_minutes": (Fraction(schedule.total_minutes),),
        "total_hours": (Fraction(schedule.total_minutes) / 60,),
        "total_percent": (schedule.total_dose * 100 / schedule.target_dose,),
        **_in_units("total_dose", (schedule.total_dose,), schedule.unit),
    }


def _infused(schedule: Schedule) -> Columns:
    return {
        "rate_ml_h": tuple(step.rate_ml_h for step in schedule.steps),
        "minutes": tuple(step.minutes for step in schedule.steps),
    }


def _timed(schedule: IntervalSchedule) -> Columns:
    return {
        "minute": _whole(step.minute for step in schedule.steps),
        "day": _whole(step.minute // 1440 + 1 for step in schedule.steps),
    }


def _days(schedule: DaysSchedule) -> Columns:
    runs = [list(days) for _, days in groupby(schedule.days, key=lambda day: day.doses)]
    ends: list[Fraction | None] = [Fraction(run[-1].day) for run in runs]
    if schedule.open_ended:
        ends[-1] = None
    totals = tuple(run[0].total for run in runs)
    columns = {
        "first_day": _whole(run[0].day for run in runs),
        "last_day": tuple(ends),
        "percent": tuple(total * 100 / schedule.target_dose for total in totals),
        **_in_units("dose", totals, schedule.unit),
    }
    for time in TIMES:
        columns |= _in_units(time, (_dose_at(run[0], time) for run in runs), schedule.unit)
    return columns


def _dose_at(day: ScheduledDay, time: str) -> Fraction | None:
    return next((dose.dose for dose in day.doses if dose.time == time), None)


def _whole(numbers: Iterable[int]) -> Figures:
    return tuple(map(Fraction, numbers))


def _in_units(name: str, amounts: Iterable[Fraction | None], unit: str, *, ending: str = "") -> Columns:
    """The amounts as `dose` in their own unit, and as `dose_mg` and so on in every unit of the family."""
    kept = tuple(amounts)
    columns = {name: kept}
    for other in _family(unit):
        converted = (None if one is None else convert(Quantity(value=one, unit=unit), other).value for one in kept)
        columns[f"{name}_{other}{ending}"] = tuple(converted)
    return columns


def _family(unit: str) -> Iterator[str]:
    return (other for other, (family, _) in AMOUNT_UNITS.items() if family == AMOUNT_UNITS[unit][0])
