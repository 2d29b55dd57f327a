"""Cells for spreadsheets: none is taken for a formula."""

from collections.abc import Iterable


def safe_cell(cell: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would compute."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def safe_row(cells: Iterable[str]) -> list[str]:
    """A row of such cells."""
    return [safe_cell(cell) for cell in cells]
