"""Schedules and findings as CSV, unrounded, without a cell that a spreadsheet takes for a formula."""

import csv
import io
from collections.abc import Collection, Iterable, Mapping, Sequence

from desens.numbers.spreadsheet import safe_row
from protocols.engine.contract import to_contract
from protocols.engine.finding import Finding
from protocols.engine.schedule import Schedule

_CSV_STEP = (
    "number", "solution", "rate_ml_h", "minutes", "volume_ml", "dose", "cumulative_dose", "fold_increase",
)  # fmt: skip
_CSV_FINDING = ("level", "code", "where", "message")


def steps_csv(schedule: Schedule) -> str:
    """One row a step; `findings` names the step's own, the last row also those of bags and of the whole."""
    rows: list[Sequence[str]] = [(*_CSV_STEP, "flush", "findings")]
    places = {f"step {step.number}" for step in schedule.steps}
    for step in to_contract(schedule)["steps"]:
        last = step["number"] == len(schedule.steps)
        found = found_at(f"step {step['number']}", places, schedule.findings, last=last)
        cells = ["" if step[name] is None else str(step[name]) for name in _CSV_STEP]
        rows.append([*cells, "yes" if step.get("flush") else "no", found])
    return csv_rows(rows)


def findings_csv(published: Iterable[Mapping[str, str | None]]) -> str:
    """One row a finding, where no schedule exists."""
    return csv_rows([_CSV_FINDING, *([finding[name] or "" for name in _CSV_FINDING] for finding in published)])


def found_at(place: str, places: Collection[str], findings: Iterable[Finding], *, last: bool) -> str:
    """Level and code of the findings at a row's place; on the last row also of those that no row is the place of."""
    return "; ".join(
        f"{finding.level} {finding.code}"
        for finding in findings
        if finding.where == place or (last and finding.where not in places)
    )


def csv_rows(rows: Iterable[Sequence[str]]) -> str:
    """The rows as CSV text, every cell made safe."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(safe_row(row) for row in rows)
    return text.getvalue()
