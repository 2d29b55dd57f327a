"""What the checker says: one finding a fault, and the rules whose input is missing."""

from dataclasses import dataclass
from typing import Any

from protocols.engine.table.messages import MESSAGES

RULES = (
    "rate-unit", "rate-time-volume", "concentration-volume-dose", "cumulative", "cumulative-restarts", "bag-amount",
    "bag-exhausted", "total-dose", "total-time", "dilution-source", "escalation",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class TableFinding:
    """A figure that cannot be right: `row` is the printed step, None for the whole table or the bag in `where`."""

    row: int | None
    column: str
    printed: str
    expected: str
    rule: str
    where: str | None = None

    @property
    def values(self) -> dict[str, str]:
        """What MESSAGES[rule] is filled in with."""
        place = self.where or (f"step {self.row}" if self.row is not None else "the table")
        return {"place": place, "column": self.column, "printed": self.printed, "expected": self.expected}


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """All that is wrong, and the rules that could not be checked."""

    findings: tuple[TableFinding, ...]
    not_checked: tuple[str, ...]

    @property
    def consistent(self) -> bool:
        """Nothing was found; what was not checked may still be wrong."""
        return not self.findings


def explain(finding: TableFinding) -> str:
    """The finding's sentence in English."""
    return MESSAGES[f"table-{finding.rule}"] % finding.values


def to_contract(verdict: Verdict) -> dict[str, Any]:
    """The published form (contracts.md 3)."""
    return {
        "consistent": verdict.consistent,
        "not_checked": list(verdict.not_checked),
        "findings": [_published(finding) for finding in verdict.findings],
    }


def _published(finding: TableFinding) -> dict[str, Any]:
    published: dict[str, Any] = {
        "row": finding.row,
        "column": finding.column,
        "printed": finding.printed,
        "expected": finding.expected,
        "rule": finding.rule,
        "message": explain(finding),
    }
    return published | ({"where": finding.where} if finding.where else {})
