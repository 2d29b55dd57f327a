"""A verdict as text on standard output: json (contracts.md 3), table and text for people, csv for spreadsheets."""

import json

from protocols.engine.spreadsheet import csv_rows
from protocols.engine.table.verdict import Verdict, explain, to_contract
from protocols.engine.tables import aligned, paragraphs

_COLUMNS = ("row", "where", "column", "printed", "expected", "rule")
_NOTHING = "Nothing in the table contradicts itself."


def write_verdict(verdict: Verdict, output: str) -> str:
    """The verdict in one of the four formats, ending in a newline."""
    if output == "json":
        return json.dumps(to_contract(verdict), indent=1) + "\n"
    if output == "csv":
        sentences = [
            [*cells, explain(finding)] for cells, finding in zip(_cells(verdict), verdict.findings, strict=True)
        ]
        return csv_rows([[*_COLUMNS, "message"], *sentences])
    left_out = [f"not checked: {', '.join(verdict.not_checked)}"] if verdict.not_checked else []
    if output == "table":
        return paragraphs(aligned([list(_COLUMNS), *_cells(verdict)]) if verdict.findings else [_NOTHING], left_out)
    return paragraphs([f"{finding.rule}: {explain(finding)}" for finding in verdict.findings] or [_NOTHING], left_out)


def _cells(verdict: Verdict) -> list[list[str]]:
    return [
        [str(finding.row or ""), finding.where or "", finding.column, finding.printed, finding.expected, finding.rule]
        for finding in verdict.findings
    ]
