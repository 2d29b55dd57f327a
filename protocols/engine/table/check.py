"""The whole check of a printed table, rule by rule; what one rule corrects, the next takes over (README.md)."""

from collections.abc import Iterator
from dataclasses import dataclass

from protocols.engine.table.bags import judge_bags, misses_target, volume_drawn
from protocols.engine.table.cumulative import RunningSums
from protocols.engine.table.doses import judge_doses
from protocols.engine.table.drawing import exhausted, sourced, unreachable
from protocols.engine.table.escalation import misprinted, out_of_bounds, paces
from protocols.engine.table.line_doses import delivery, judge_line_doses
from protocols.engine.table.ranges import NOTHING, Range
from protocols.engine.table.reading import Reading
from protocols.engine.table.strengths import Strengths, changed_by_line, strengths
from protocols.engine.table.table import Table, TableBag
from protocols.engine.table.totals import total_dose, total_time
from protocols.engine.table.units import in_fitting_unit, unit_can_be_told
from protocols.engine.table.verdict import RULES, TableFinding, Verdict
from protocols.engine.table.volumes import judge_volumes


@dataclass(frozen=True, kw_only=True)
class Checked:
    """The table as it is taken to be meant, with all that had to be corrected on the way."""

    table: Table
    readings: tuple[Reading, ...]
    bags: tuple[TableBag, ...]
    strengths: Strengths
    findings: tuple[TableFinding, ...]


def check(table: Table) -> Verdict:
    """What in the table cannot be right, and the rules that could not be tried."""
    checked = read_through(table)
    return Verdict(findings=checked.findings, not_checked=tuple(_not_checked(checked)))


def read_through(table: Table) -> Checked:
    """Every rule in turn."""
    readings, findings = in_fitting_unit(table)
    known, misstated = strengths(table, readings)
    readings, wrong_volumes = judge_volumes(table, readings, known)
    readings, wrong_doses, flushed = _judged_doses(table, readings, known)
    sums = RunningSums()
    if {"dose", "cumulative_dose"} <= set(table.columns):
        sums.read(readings)
        readings = tuple(sums.readings)
    bags, wrong_bags = judge_bags(table, readings, known)
    rest = _whole(table, readings, bags, known)
    found = [*findings, *misstated, *wrong_volumes, *wrong_doses, *sums.findings, *wrong_bags, *rest]
    found += total_dose(table, readings, flushed)
    return Checked(table=table, readings=readings, bags=bags, strengths=known, findings=tuple(found))


def _judged_doses(
    table: Table, readings: tuple[Reading, ...], known: Strengths
) -> tuple[tuple[Reading, ...], list[TableFinding], Range]:
    """Through the line where it matters; last, what an end flush adds."""
    if table.line is None or not changed_by_line(table):
        return *judge_doses(table, readings, known), NOTHING
    through = delivery(table.line, readings, known)
    if through is None:
        return readings, [], NOTHING
    return *judge_line_doses(readings, through.doses), through.in_line if table.line.end_flush else NOTHING


def _whole(
    table: Table, readings: tuple[Reading, ...], bags: tuple[TableBag, ...], known: Strengths
) -> Iterator[TableFinding]:
    """The rules that look at more than one row."""
    found = paces(readings)
    yield from misses_target(table, bags, readings, known)
    yield from exhausted(table.line, bags, readings)
    yield from unreachable(bags, known)
    yield from out_of_bounds(found, table.declared)
    yield from misprinted(found)
    yield from total_time(table, readings)


def _not_checked(checked: Checked) -> Iterator[str]:
    """A rule is named where its input is missing in every place that it looks at."""
    table, columns = checked.table, set(checked.table.columns)
    by_pump, known = {"rate", "minutes"} <= columns, set(checked.strengths)
    volumes = by_pump or "volume_ml" in columns
    bags_of_rows = {reading.solution for reading in checked.readings} & known
    whole_bags = [bag for bag in table.solutions if None not in (bag.volume_ml, bag.concentration, bag.amount)]
    all_bags = bool(table.solutions) and all(bag.volume_ml and bag.number in known for bag in table.solutions)
    through = changed_by_line(table)
    rows_known = {reading.solution for reading in checked.readings} <= known
    possible = {
        "rate-unit": unit_can_be_told(table),
        "rate-time-volume": by_pump and "volume_ml" in columns,
        "concentration-volume-dose": volumes and "dose" in columns and (rows_known if through else bool(bags_of_rows)),
        "cumulative": {"dose", "cumulative_dose"} <= columns,
        "cumulative-restarts": {"dose", "cumulative_dose"} <= columns,
        "bag-amount": bool(whole_bags)
        or bool(all_bags and rows_known and volumes and table.target_dose and not through),
        "bag-exhausted": volumes and any(_drawn_from(bag, checked) for bag in table.solutions),
        "total-dose": "dose" in columns and table.target_dose is not None,
        "total-time": table.total_minutes is not None and ("minutes" in columns or {"rate", "volume_ml"} <= columns),
        "dilution-source": bool(sourced(checked.bags, checked.strengths)),
        "escalation": len(paces(checked.readings)) > 1,
    }
    yield from (rule for rule in RULES if not possible[rule])


def _drawn_from(bag: TableBag, checked: Checked) -> bool:
    return bag.volume_ml is not None and volume_drawn(bag.number, checked.readings).value > 0
