"""Decisions that were signed, as a page shows them: read from the text that was signed, not from anything newer."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from reactions.assessing.shown_way import details_of
from reactions.assessment_choices import Way
from reactions.models import Assessment


@dataclass(frozen=True, kw_only=True)
class ShownDecision:
    """One decision: its row, what it says, what was proposed then, what it rested on; whether it is in force."""

    row: Assessment
    details: tuple[str, ...]
    proposed: str
    proposed_details: tuple[str, ...]
    meaning: str
    rests_on: tuple[str, ...]
    in_force: bool


def shown_decisions(rows: Iterable[Assessment]) -> tuple[ShownDecision, ...]:
    """Every decision, the newest first, which is the one in force."""
    return tuple(_shown(row, in_force=place == 0) for place, row in enumerate(rows))


def _shown(row: Assessment, *, in_force: bool) -> ShownDecision:
    signed: dict[str, Any] = json.loads(row.document)
    proposal = signed["verdicts"]["proposal"]
    return ShownDecision(
        row=row,
        details=details_of(pace=row.pace, steps=row.steps, dilution=row.first_bag_dilution, place=row.place),
        proposed=str(Way(proposal["way"]).label) if proposal["way"] else "",
        proposed_details=details_of(
            pace=proposal["pace"] or "",
            steps=proposal["steps"],
            dilution=proposal["first_bag_dilution"],
            place=proposal["where"] or "",
        ),
        meaning=signed["meaning"],
        rests_on=tuple(fact["told"] for fact in signed["rests_on"]),
        in_force=in_force,
    )
