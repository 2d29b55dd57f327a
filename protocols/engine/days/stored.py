"""Days as stored JSON, schema days-1, without loss: a figure without end is kept as a ratio."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from desens.numbers.write import exact_text, read_exact
from protocols.engine.days.schedule import DayDose, DaysSchedule, ScheduledDay
from protocols.engine.days.specification import DaysSpecification, Phase
from protocols.engine.records import finding_record, read_finding

DAYS_SCHEMA = "days-1"


def days_to_stored(schedule: DaysSchedule) -> dict[str, Any]:
    """All of a schedule, findings included, for JSON."""
    return {
        "schema": DAYS_SCHEMA,
        "engine_version": schedule.engine_version,
        "drug": schedule.drug,
        "route": schedule.route,
        "unit": schedule.unit,
        "target_dose": exact_text(schedule.target_dose),
        "strengths": [exact_text(strength) for strength in schedule.strengths],
        "open_ended": schedule.open_ended,
        "days": [_day_record(day) for day in schedule.days],
        "findings": [finding_record(finding) for finding in schedule.findings],
    }


def days_from_stored(data: dict[str, Any]) -> DaysSchedule:
    """The schedule that `days_to_stored` stored."""
    return DaysSchedule(
        engine_version=data["engine_version"],
        drug=data["drug"],
        route=data["route"],
        unit=data["unit"],
        target_dose=read_exact(data["target_dose"]),
        strengths=tuple(map(read_exact, data["strengths"])),
        open_ended=data["open_ended"],
        days=tuple(_read_day(day) for day in data["days"]),
        findings=tuple(read_finding(finding) for finding in data["findings"]),
    )


def days_specification_to_stored(specification: DaysSpecification) -> dict[str, Any]:
    """All of a specification, for JSON."""
    return {
        "schema": DAYS_SCHEMA,
        "drug": specification.drug,
        "route": specification.route,
        "target_dose": exact_text(specification.target_dose),
        "unit": specification.unit,
        "declared": sorted(specification.declared),
        "strengths": [exact_text(strength) for strength in specification.strengths],
        "phases": [
            {"days": [phase.first_day, phase.last_day], "doses": _pairs(phase.doses)} for phase in specification.phases
        ],
    }


def days_specification_from_stored(data: dict[str, Any]) -> DaysSpecification:
    """The specification that `days_specification_to_stored` stored."""
    return DaysSpecification(
        drug=data["drug"],
        route=data["route"],
        target_dose=read_exact(data["target_dose"]),
        unit=data["unit"],
        declared=frozenset(data["declared"]),
        strengths=tuple(map(read_exact, data["strengths"])),
        phases=tuple(
            Phase(
                first_day=phase["days"][0],
                last_day=phase["days"][1],
                doses=tuple((time, read_exact(dose)) for time, dose in phase["doses"]),
            )
            for phase in data["phases"]
        ),
    )


def _pairs(pairs: Iterable[tuple[str | int, Fraction]]) -> list[list[Any]]:
    return [[name, exact_text(figure)] for name, figure in pairs]


def _day_record(day: ScheduledDay) -> dict[str, Any]:
    return {
        "day": day.day,
        "doses": [
            {
                "time": taken.time,
                "dose": exact_text(taken.dose),
                "units": None if taken.units is None else _pairs(taken.units),
            }
            for taken in day.doses
        ],
        "total": exact_text(day.total),
        "fold_increase": None if day.fold_increase is None else exact_text(day.fold_increase),
    }


def _read_day(stored: dict[str, Any]) -> ScheduledDay:
    fold = stored["fold_increase"]
    return ScheduledDay(
        day=stored["day"],
        doses=tuple(_read_dose(taken) for taken in stored["doses"]),
        total=read_exact(stored["total"]),
        fold_increase=None if fold is None else read_exact(fold),
    )


def _read_dose(stored: dict[str, Any]) -> DayDose:
    units = stored["units"]
    return DayDose(
        time=stored["time"],
        dose=read_exact(stored["dose"]),
        units=None if units is None else tuple((count, read_exact(strength)) for count, strength in units),
    )
