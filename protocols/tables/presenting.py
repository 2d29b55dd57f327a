"""A checked table as a page shows it: every cell as printed, with what was found at it, and the corrected schedule."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from protocols.engine import NothingToCompute, compute
from protocols.engine.table import Table, TableFinding, TableRow, check, corrected
from protocols.engine.table.messages import MESSAGES
from protocols.findings_shown import FindingLine, finding_lines
from protocols.presenting import ScheduleView, schedule_lines
from protocols.tables.columns import RULES, SHOWN


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A printed figure, and the one that the others give in its place."""

    printed: str
    expected: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FoundLine:
    """One finding in words, with the rule it breaks."""

    rule: str
    text: str


@dataclass(frozen=True, kw_only=True)
class CheckedTable:
    """All that the page shows; `schedule` None where the figures make none, with `because`."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    found: tuple[FoundLine, ...]
    not_checked: tuple[str, ...]
    schedule: ScheduleView | None
    because: tuple[FindingLine, ...]


def checked_table(table: Table) -> CheckedTable:
    """The table with its findings in the reader's language."""
    verdict = check(table)
    schedule, because = _meant(table)
    return CheckedTable(
        heads=tuple(str(SHOWN[column]) for column in table.columns),
        rows=tuple(_cells(table, row, verdict.findings) for row in table.rows),
        found=tuple(FoundLine(rule=str(RULES[each.rule]), text=_sentence(each)) for each in verdict.findings),
        not_checked=tuple(str(RULES[rule]) for rule in verdict.not_checked),
        schedule=schedule,
        because=because,
    )


def _meant(table: Table) -> tuple[ScheduleView | None, tuple[FindingLine, ...]]:
    specification = corrected(table)
    if specification is None:
        return None, ()
    try:
        return schedule_lines(compute(specification)), ()
    except NothingToCompute as nothing:
        return None, finding_lines(nothing.findings)


def _cells(table: Table, row: TableRow, findings: tuple[TableFinding, ...]) -> tuple[Cell, ...]:
    printed = {"step": str(row.number), "solution": str(row.solution)} | {
        column: f"{figure:f}" for column, figure in row.cells.items()
    }
    wrong = [each for each in findings if each.row == row.number]
    return tuple(
        Cell(
            printed=printed.get(column, ""),
            expected=tuple(each.expected for each in wrong if each.column == column),
        )
        for column in table.columns
    )


def _sentence(finding: TableFinding) -> str:
    shown = SHOWN.get(finding.column, finding.column)
    values = finding.values | {"column": str(shown), "place": _place(finding)}
    return _(MESSAGES[f"table-{finding.rule}"]) % values


def _place(finding: TableFinding) -> str:
    if finding.row is not None:
        return _("step %(number)s") % {"number": finding.row}
    if finding.where:
        return _("solution %(number)s") % {"number": finding.where.rpartition(" ")[2]}
    return _("the table")
