"""Parts of the text that people read: columns in line, and findings one a line."""

from collections.abc import Iterable, Sequence

from protocols.engine.explain import explain_finding
from protocols.engine.finding import Finding


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows, at least one, as lines whose cells stand in columns, to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]


def finding_lines(findings: Iterable[Finding]) -> list[str]:
    """Level, code and sentence of each finding."""
    return [f"{finding.level}: {finding.code}: {explain_finding(finding)}" for finding in findings]


def paragraphs(*parts: Sequence[str]) -> str:
    """The parts that have lines, a blank line between them, ending in a newline."""
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"
