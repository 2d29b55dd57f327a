"""Days as other programs get them (contracts.md 2)."""

from typing import Any

from desens.numbers.write import plain_text
from protocols.engine.contract import findings_to_contract
from protocols.engine.days.schedule import DayDose, DaysSchedule, ScheduledDay


def days_to_contract(schedule: DaysSchedule) -> dict[str, Any]:
    """The published form: amounts as text, exact or with 12 significant digits; `open` where the last day goes on."""
    return {
        "drug": schedule.drug,
        "route": schedule.route,
        "unit": schedule.unit,
        "target_dose": plain_text(schedule.target_dose),
        "strengths": [plain_text(strength) for strength in schedule.strengths],
        "open": schedule.open_ended,
        "days": [_day(day) for day in schedule.days],
        "findings": findings_to_contract(schedule.findings),
    }


def units_text(dose: DayDose) -> str | None:
    """How many of which marketed unit, for example 2 x 150 + 1 x 40; None where nothing is to be said."""
    if dose.units is None:
        return None
    return " + ".join(f"{count} x {plain_text(strength)}" for count, strength in dose.units)


def _day(day: ScheduledDay) -> dict[str, Any]:
    return {
        "day": day.day,
        "doses": [
            {"time": taken.time, "dose": plain_text(taken.dose), "units": units_text(taken)} for taken in day.doses
        ],
        "total": plain_text(day.total),
        "fold_increase": None if day.fold_increase is None else plain_text(day.fold_increase),
    }
