"""The oral plan as it travels in a form: fields such as head-1-target, phase-1-first and dose-3-volume."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from protocols.oral.rows import (
    MOST_DOSES,
    MOST_PHASES,
    MOST_SOLUTIONS,
    DoseRow,
    HeadRow,
    PhaseRow,
    Plan,
    SolutionRow,
    parts_of,
)

#: Hidden fields: the template that the plan was built from, the digest of what it gave, what the page said last.
FROM, BUILT, SAID = "plan-from", "plan-built", "plan-said"
#: The longest text of a cell; what is longer is no figure and is cut.
LONGEST = 100


@dataclass(frozen=True, kw_only=True)
class Posted:
    """What came with the form; `plan` is None where no rows came. `action` is the button that was pressed."""

    plan: Plan | None = None
    built_from: str = ""
    built: str = ""
    action: str = ""
    said: str = ""


def posted(data: Mapping[str, Any]) -> Posted:
    """The plan in the fields of a form."""
    phases = tuple(_rows(data, "phase", PhaseRow, MOST_PHASES))
    doses = tuple(_rows(data, "dose", DoseRow, MOST_DOSES))
    head = next(iter(_rows(data, "head", HeadRow, 1)), HeadRow())
    solutions = tuple(_rows(data, "solution", SolutionRow, MOST_SOLUTIONS)) if not phases else ()
    plan = Plan(head=head, phases=phases, solutions=solutions, doses=() if phases else doses)
    return Posted(
        plan=plan if phases or doses else None,
        built_from=str(data.get(FROM, "")),
        built=str(data.get(BUILT, "")),
        action=str(data.get("action", "")),
        said=str(data.get(SAID, "")),
    )


def carried(plan: Plan) -> dict[str, str]:
    """The rows of a plan as the fields of a form."""
    return {f"{kind}-{n}-{part}": text for kind, n, row in plan.named() for part, text in vars(row).items()}


def _rows(data: Mapping[str, Any], kind: str, made: type[Any], most: int) -> list[Any]:
    first, *_more = parts = parts_of(made)
    rows: list[Any] = []
    while len(rows) < most and f"{kind}-{len(rows) + 1}-{first}" in data:
        name = f"{kind}-{len(rows) + 1}"
        rows.append(made(**{part: str(data.get(f"{name}-{part}", ""))[:LONGEST] for part in parts}))
    return rows
