"""Single doses in the four formats of the command: json, table and text for people, csv with one row a dose."""

import json
from collections.abc import Callable, Sequence
from fractions import Fraction

from desens.numbers.quantity import WRITTEN
from desens.numbers.write import number_text
from protocols.engine.intervals.contract import intervals_to_contract
from protocols.engine.intervals.messages import MESSAGES
from protocols.engine.intervals.schedule import IntervalSchedule, IntervalStep
from protocols.engine.spreadsheet import csv_rows, found_at
from protocols.engine.tables import aligned, finding_lines, paragraphs
from protocols.engine.wording import amount_text, concentration_text, minutes_text, volume_text

_COLUMNS = ("number", "solution", "minute", "volume_ml", "dose", "cumulative_dose", "fold_increase")


def write_intervals(schedule: IntervalSchedule, output: str) -> str:
    """The schedule as json, table, text or csv, ending in a newline."""
    writers: dict[str, Callable[[IntervalSchedule], str]] = {
        "json": _json,
        "table": _table,
        "text": _text,
        "csv": _csv,
    }
    return writers[output](schedule)


def explain_dose(schedule: IntervalSchedule, step: IntervalStep) -> str:
    """How one dose comes about, in English."""
    code, values = dose_sentence(schedule, step)
    return MESSAGES[code] % values


def dose_sentence(schedule: IntervalSchedule, step: IntervalStep) -> tuple[str, dict[str, str]]:
    """The code in MESSAGES and the values that explain a dose."""
    values = {
        "step": str(step.number),
        "minute": str(step.minute),
        "dose": amount_text(step.dose, schedule.unit),
        "cumulative": amount_text(step.cumulative_dose, schedule.unit),
    }
    if step.volume_ml is None:
        return "single-dose", values
    solution = next(drawn for drawn in schedule.solutions if drawn.number == step.solution)
    measured = {
        "solution": str(step.solution),
        "volume": volume_text(step.volume_ml),
        "concentration": concentration_text(solution.concentration, schedule.unit),
    }
    return "single-dose-measured", values | measured


def _json(schedule: IntervalSchedule) -> str:
    return json.dumps(intervals_to_contract(schedule), indent=1) + "\n"


def _table(schedule: IntervalSchedule) -> str:
    unit = WRITTEN.get(schedule.unit, schedule.unit)
    solutions = [["solution", "mL", f"{unit}/mL", "drawn mL", "discarded mL"]]
    for drawn in schedule.solutions:
        figures = (drawn.volume_ml, drawn.concentration, drawn.drawn_ml, drawn.discarded_ml)
        solutions.append([str(drawn.number), *map(_cell, figures)])
    steps = [["step", "minute", "solution", "mL", f"dose {unit}", f"cumulative {unit}", "fold"]]
    for step in schedule.steps:
        figures = (step.volume_ml, step.dose, step.cumulative_dose, step.fold_increase)
        name = "" if step.solution is None else str(step.solution)
        steps.append([str(step.number), str(step.minute), name, *map(_cell, figures)])
    bags = aligned(solutions) if schedule.solutions else []
    return paragraphs([_title(schedule)], bags, aligned(steps), finding_lines(schedule.findings))


def _text(schedule: IntervalSchedule) -> str:
    doses = [explain_dose(schedule, step) for step in schedule.steps]
    return paragraphs([_title(schedule), *doses, *finding_lines(schedule.findings)])


def _csv(schedule: IntervalSchedule) -> str:
    rows: list[Sequence[str]] = [(*_COLUMNS, "findings")]
    places = {f"step {step.number}" for step in schedule.steps}
    for step in intervals_to_contract(schedule)["steps"]:
        last = step["number"] == len(schedule.steps)
        cells = ["" if step[name] is None else str(step[name]) for name in _COLUMNS]
        rows.append([*cells, found_at(f"step {step['number']}", places, schedule.findings, last=last)])
    return csv_rows(rows)


def _title(schedule: IntervalSchedule) -> str:
    target, given = (amount_text(dose, schedule.unit) for dose in (schedule.target_dose, schedule.total_dose))
    time = minutes_text(schedule.total_minutes)
    return f"{schedule.drug}, {schedule.route}, target {target}: {given} given in {len(schedule.steps)} doses, {time}"


def _cell(value: Fraction | None) -> str:
    return "" if value is None else number_text(value)
