"""The plan as it travels in a form: fields such as bag-1-volume and step-3-rate, and what was done to it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TypeVar

from protocols.plan.rows import MOST_BAGS, MOST_STEPS, BagRow, Plan, StepRow

Row = TypeVar("Row", BagRow, StepRow)
#: Hidden fields: the choices that the plan was built from, the digest of what they gave, what the page last showed.
FROM, BUILT, SEEN = "plan-from", "plan-built", "plan-seen"
#: The longest text of a cell; what is longer is no figure and is cut.
LONGEST = 40


@dataclass(frozen=True, kw_only=True)
class Posted:
    """What came with the form; `plan` is None where no rows came. `was` as in turning.py, `action` the button."""

    plan: Plan | None = None
    was: tuple[str, ...] = ()
    built_from: str = ""
    built: str = ""
    action: str = ""
    seen: Mapping[str, str]


def posted(data: Mapping[str, str]) -> Posted:
    """The plan in the fields of a form."""
    bags, steps = _rows(data, "bag", BagRow, MOST_BAGS), _rows(data, "step", StepRow, MOST_STEPS)
    return Posted(
        plan=Plan(bags=bags, steps=steps) if bags and steps else None,
        was=tuple(str(data.get(f"bag-{n}-was", "")) for n in range(1, len(bags) + 1)),
        built_from=str(data.get(FROM, "")),
        built=str(data.get(BUILT, "")),
        action=str(data.get("action", "")),
        seen=_seen(str(data.get(SEEN, ""))),
    )


def carried(plan: Plan) -> dict[str, str]:
    """The rows of a plan as the fields of a form."""
    return _cells("bag", plan.bags) | _cells("step", plan.steps)


def _cells(kind: str, rows: tuple[BagRow, ...] | tuple[StepRow, ...]) -> dict[str, str]:
    return {f"{kind}-{n}-{name}": text for n, row in enumerate(rows, start=1) for name, text in vars(row).items()}


def _rows(data: Mapping[str, str], kind: str, made: type[Row], most: int) -> tuple[Row, ...]:
    first, *more = (field.name for field in fields(made))
    rows: list[Row] = []
    while len(rows) < most and f"{kind}-{len(rows) + 1}-{first}" in data:
        name = f"{kind}-{len(rows) + 1}"
        rows.append(made(**{part: str(data.get(f"{name}-{part}", ""))[:LONGEST] for part in (first, *more)}))
    return tuple(rows)


def _seen(text: str) -> dict[str, str]:
    """The texts of the computed cells by their names; nothing where they cannot be read."""
    try:
        stored = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    return {str(name): str(shown) for name, shown in stored.items()} if isinstance(stored, dict) else {}
