"""A schedule as text on standard output: json (contracts.md 2), table and text for people, csv for spreadsheets."""

import json
from collections.abc import Callable

from desens.numbers.quantity import WRITTEN
from desens.numbers.write import number_text, setting_text
from protocols.engine.anything import AnySchedule
from protocols.engine.contract import findings_to_contract, to_contract
from protocols.engine.days import DaysSchedule
from protocols.engine.days.writing import write_days
from protocols.engine.explain import explain_step
from protocols.engine.finding import Finding
from protocols.engine.intervals import IntervalSchedule
from protocols.engine.intervals.writing import write_intervals
from protocols.engine.schedule import Schedule, ScheduledSolution
from protocols.engine.spreadsheet import findings_csv, steps_csv
from protocols.engine.tables import aligned, finding_lines, paragraphs
from protocols.engine.wording import amount_text, concentration_text, minutes_text, volume_text


def write_schedule(schedule: AnySchedule, output: str) -> str:
    """The schedule as json, table, text or csv, ending in a newline."""
    if isinstance(schedule, DaysSchedule):
        return write_days(schedule, output)
    if isinstance(schedule, IntervalSchedule):
        return write_intervals(schedule, output)
    writers: dict[str, Callable[[Schedule], str]] = {"json": _json, "table": _table, "text": _text, "csv": steps_csv}
    return writers[output](schedule)


def write_findings(findings: tuple[Finding, ...], output: str) -> str:
    """Findings alone, where no schedule exists."""
    published = findings_to_contract(findings)
    if output == "json":
        return json.dumps({"findings": published}, indent=1) + "\n"
    if output == "csv":
        return findings_csv(published)
    return "\n".join(finding_lines(findings)) + "\n"


def _json(schedule: Schedule) -> str:
    return json.dumps(to_contract(schedule), indent=1) + "\n"


def _table(schedule: Schedule) -> str:
    unit = WRITTEN.get(schedule.unit, schedule.unit)
    bags = [["solution", "mL", f"{unit}/mL", unit, "infused mL", "discarded mL"]]
    for bag in schedule.solutions:
        amounts = (bag.volume_ml, bag.concentration, bag.amount, bag.infused_ml, bag.discarded_ml)
        bags.append([str(bag.number), *map(number_text, amounts)])
    steps = [["step", "solution", "mL/h", "min", "mL", f"dose {unit}", f"cumulative {unit}", "fold"]]
    for step in schedule.steps:
        figures = (step.minutes, step.volume_ml, step.dose, step.cumulative_dose)
        fold = "" if step.fold_increase is None else number_text(step.fold_increase)
        name = f"{step.number} flush" if step.flush else str(step.number)
        steps.append([name, str(step.solution), setting_text(step.rate_ml_h), *map(number_text, figures), fold])
    parts = [[_title(schedule)], aligned(bags), aligned(steps), finding_lines(schedule.findings)]
    return paragraphs(*parts)


def _text(schedule: Schedule) -> str:
    bags = [_bag_sentence(bag, schedule.unit) for bag in schedule.solutions]
    steps = [explain_step(schedule, step.number) for step in schedule.steps]
    return "\n".join([_title(schedule), *bags, *steps, *finding_lines(schedule.findings)]) + "\n"


def _title(schedule: Schedule) -> str:
    target, given = (amount_text(dose, schedule.unit) for dose in (schedule.target_dose, schedule.total_dose))
    time = minutes_text(schedule.total_minutes)
    return f"{schedule.drug}, {schedule.route}, target {target}: {given} given in {len(schedule.steps)} steps, {time}"


def _bag_sentence(bag: ScheduledSolution, unit: str) -> str:
    return (
        f"Solution {bag.number}: {amount_text(bag.amount, unit)} in {volume_text(bag.volume_ml)}, "
        f"{concentration_text(bag.concentration, unit)}; {volume_text(bag.infused_ml)} infused, "
        f"{volume_text(bag.discarded_ml)} with {amount_text(bag.discarded_amount, unit)} discarded."
    )
