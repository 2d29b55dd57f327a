"""A replay as text on standard output: json (contracts.md 5), table and text for people, csv for spreadsheets."""

import json
from collections.abc import Callable, Sequence

from desens.numbers.quantity import WRITTEN
from desens.numbers.write import number_text, plain_text, setting_text
from protocols.engine.replay.contract import replayed_to_contract
from protocols.engine.replay.replayed import BagNow, RemainingStep, Replayed, Run
from protocols.engine.spreadsheet import csv_rows, found_at
from protocols.engine.tables import aligned, finding_lines, paragraphs
from protocols.engine.wording import amount_text, minutes_text, rate_text, volume_text

_CSV = (
    "state", "now", "part", "number", "solution", "rate_ml_h", "minutes", "volume_ml", "dose", "cumulative_dose",
    "flush", "findings",
)  # fmt: skip
AnyRow = Run | RemainingStep


def write_replayed(replayed: Replayed, output: str) -> str:
    """The replay as json, table, text or csv, ending in a newline."""
    writers: dict[str, Callable[[Replayed], str]] = {"json": _json, "table": _table, "text": _text, "csv": _csv}
    return writers[output](replayed)


def _json(replayed: Replayed) -> str:
    return json.dumps(replayed_to_contract(replayed), indent=1) + "\n"


def _rows(replayed: Replayed) -> list[tuple[str, AnyRow]]:
    given = [("given", run) for run in replayed.runs]
    return [*given, *(("remaining", step) for step in replayed.remaining)]


def _table(replayed: Replayed) -> str:
    unit = WRITTEN.get(replayed.unit, replayed.unit)
    bags = [["solution", "infused mL", "left mL"]]
    bags += [[str(bag.number), number_text(bag.infused_ml), number_text(bag.left_ml)] for bag in replayed.solutions]
    steps = [["", "step", "solution", "mL/h", "min", "mL", f"dose {unit}", f"cumulative {unit}"]]
    for part, row in _rows(replayed):
        figures = (row.minutes, row.volume_ml, row.dose, row.cumulative_dose)
        name = f"{row.number} flush" if row.flush else str(row.number)
        steps.append([part, name, str(row.solution), setting_text(row.rate_ml_h), *map(number_text, figures)])
    return paragraphs(_title(replayed), aligned(bags), aligned(steps), finding_lines(replayed.findings))


def _text(replayed: Replayed) -> str:
    given = [_sentence("Given", run, replayed.unit) for run in replayed.runs]
    remaining = [_sentence("Remaining", step, replayed.unit) for step in replayed.remaining]
    bags = [_bag(bag) for bag in replayed.solutions]
    lines = [*_title(replayed), *bags, *given, *remaining, *finding_lines(replayed.findings)]
    return "\n".join(lines) + "\n"


def _title(replayed: Replayed) -> list[str]:
    unit, now = replayed.unit, minutes_text(replayed.now)
    at_step = ""
    if replayed.minutes_into_step is not None:
        at_step = f", step {replayed.step}, {minutes_text(replayed.minutes_into_step)} into it"
    ends = "" if replayed.ends_at is None else f", ends at {minutes_text(replayed.ends_at)}"
    held = f"{volume_text(replayed.in_line_ml)} with {amount_text(replayed.in_line_amount, unit)}"
    return [
        f"At {now}: {replayed.state}{at_step}",
        f"{amount_text(replayed.delivered, unit)} delivered, {held} in the line",
        f"{amount_text(replayed.total_dose, unit)} in all{ends}",
    ]


def _sentence(part: str, row: AnyRow, unit: str) -> str:
    return (
        f"{part}: step {row.number}, {minutes_text(row.minutes)} at {rate_text(row.rate_ml_h)}, "
        f"{volume_text(row.volume_ml)}{' to empty the line' if row.flush else f' of solution {row.solution}'}, "
        f"{amount_text(row.dose, unit)}, {amount_text(row.cumulative_dose, unit)} in all."
    )


def _bag(bag: BagNow) -> str:
    return f"Solution {bag.number}: {volume_text(bag.infused_ml)} infused, {volume_text(bag.left_ml)} left."


def _csv(replayed: Replayed) -> str:
    """One row a step given or remaining; the last row has the findings of what is no row."""
    rows: list[Sequence[str]] = [_CSV]
    parts = _rows(replayed)
    places = {f"step {row.number}" for _, row in parts}
    head = (replayed.state, plain_text(replayed.now))
    seen: set[str] = set()
    for place, (part, row) in enumerate(parts, start=1):
        where = f"step {row.number}"
        found = found_at("" if where in seen else where, places, replayed.findings, last=place == len(parts))
        seen.add(where)
        figures = map(plain_text, (row.rate_ml_h, row.minutes, row.volume_ml, row.dose, row.cumulative_dose))
        names = (part, str(row.number), str(row.solution))
        rows.append([*head, *names, *figures, "yes" if row.flush else "no", found])
    return csv_rows(rows)
