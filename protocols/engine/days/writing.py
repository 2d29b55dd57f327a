"""Days in the four formats of the command: json, table and text for people, csv with one row a dose."""

import json
from collections.abc import Callable, Sequence

from desens.numbers.quantity import WRITTEN
from desens.numbers.write import number_text
from protocols.engine.days.contract import days_to_contract, units_text
from protocols.engine.days.messages import MESSAGES
from protocols.engine.days.schedule import DayDose, DaysSchedule, ScheduledDay
from protocols.engine.spreadsheet import csv_rows, found_at
from protocols.engine.tables import aligned, finding_lines, paragraphs
from protocols.engine.wording import amount_text

_COLUMNS = ("day", "time", "dose", "units", "total", "fold_increase", "findings")


def write_days(schedule: DaysSchedule, output: str) -> str:
    """The schedule as json, table, text or csv, ending in a newline."""
    writers: dict[str, Callable[[DaysSchedule], str]] = {"json": _json, "table": _table, "text": _text, "csv": _csv}
    return writers[output](schedule)


def explain_day(schedule: DaysSchedule, day: ScheduledDay) -> str:
    """What is taken on a day, in English."""
    code, values = day_sentence(schedule, day)
    return MESSAGES[code] % values


def day_sentence(schedule: DaysSchedule, day: ScheduledDay) -> tuple[str, dict[str, str]]:
    """The code in MESSAGES and the values that tell what is taken on a day."""
    values = {
        "day": str(day.day),
        "doses": ", ".join(_taken(taken, schedule.unit) for taken in day.doses),
        "total": amount_text(day.total, schedule.unit),
    }
    return ("day-open" if schedule.open_ended and day == schedule.days[-1] else "day"), values


def _json(schedule: DaysSchedule) -> str:
    return json.dumps(days_to_contract(schedule), indent=1) + "\n"


def _table(schedule: DaysSchedule) -> str:
    unit = WRITTEN.get(schedule.unit, schedule.unit)
    rows = [["day", "time", f"dose {unit}", "units", f"total {unit}", "fold"]]
    for day in schedule.days:
        fold = "" if day.fold_increase is None else number_text(day.fold_increase)
        onwards = schedule.open_ended and day == schedule.days[-1]
        for place, taken in enumerate(day.doses):
            name = f"{day.day} on" if onwards else str(day.day)
            own = [name, number_text(day.total), fold] if place == 0 else ["", "", ""]
            rows.append([own[0], taken.time, number_text(taken.dose), units_text(taken) or "", own[1], own[2]])
    return paragraphs([_title(schedule)], aligned(rows), finding_lines(schedule.findings))


def _text(schedule: DaysSchedule) -> str:
    days = [explain_day(schedule, day) for day in schedule.days]
    return paragraphs([_title(schedule), *days, *finding_lines(schedule.findings)])


def _csv(schedule: DaysSchedule) -> str:
    rows: list[Sequence[str]] = [_COLUMNS]
    published = days_to_contract(schedule)["days"]
    places = {f"day {day['day']}" for day in published}
    for day in published:
        found = found_at(f"day {day['day']}", places, schedule.findings, last=day is published[-1])
        for taken in day["doses"]:
            last = taken is day["doses"][-1]
            cells = [str(day["day"]), taken["time"], taken["dose"], taken["units"] or ""]
            rows.append([*cells, day["total"], day["fold_increase"] or "", found if last else ""])
    return csv_rows(rows)


def _title(schedule: DaysSchedule) -> str:
    target, last = (amount_text(dose, schedule.unit) for dose in (schedule.target_dose, schedule.days[-1].total))
    return f"{schedule.drug}, {schedule.route}, target {target} a day: {last} a day from the last phase on"


def _taken(taken: DayDose, unit: str) -> str:
    units = units_text(taken)
    return f"{taken.time} {amount_text(taken.dose, unit)}" + (f" ({units})" if units else "")
