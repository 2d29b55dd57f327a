"""What was pasted from a spreadsheet, or typed, as the mapping that the engine reads."""

import csv
import re
from io import StringIO

from django.utils.translation import gettext as _

from protocols.tables.columns import BAG_COLUMNS, BAG_HEADS, COLUMN_HEADS, USUAL_COLUMNS

_LETTER = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"[0-9.,eE+-]+", re.ASCII)


class PasteError(ValueError):
    """Text that is no table; the message is for the person who pasted it."""


def pasted_table(text: str) -> dict[str, list[str] | list[list[str]]]:
    """Columns and rows; the columns by their names in the first line, or the usual seven where it has none."""
    rows = _cells(text)
    if not rows:
        raise PasteError(_("Paste the table, its first line with the names of the columns."))
    if _is_head(rows[0]):
        return {"columns": _columns(rows[0], COLUMN_HEADS), "rows": rows[1:]}
    if len(rows[0]) != len(USUAL_COLUMNS):
        names = ", ".join(COLUMN_HEADS)
        raise PasteError(_("Begin with a line that names the columns, out of: %(names)s.") % {"names": names})
    return {"columns": list(USUAL_COLUMNS), "rows": rows}


def pasted_bags(text: str) -> list[dict[str, str]]:
    """One solution a line; empty cells are left out."""
    rows = _cells(text)
    head = _columns(rows[0], BAG_HEADS) if rows and _is_head(rows[0]) else None
    columns = head or list(BAG_COLUMNS)
    bags = []
    for row in rows[1:] if head else rows:
        if len(row) > len(columns):
            names = ", ".join(columns)
            raise PasteError(
                _("Type at most %(count)s figures a line: %(names)s.") % {"count": len(columns), "names": names}
            )
        bags.append({name: cell for name, cell in zip(columns, row, strict=False) if cell})
    return bags


def _cells(text: str) -> list[list[str]]:
    """Parted by tabs, semicolons, commas or blanks, as the first line is, in that order."""
    lines = [line for line in text.splitlines() if line.strip(" \t,;")]
    separator = next((mark for mark in "\t;," if lines and mark in lines[0]), None)
    if separator is None:
        return [line.split() for line in lines]
    try:
        rows = list(csv.reader(StringIO("\n".join(lines)), delimiter=separator))
    except csv.Error:
        raise PasteError(_("Paste plain cells: a quotation mark is not closed.")) from None
    return [[cell.strip() for cell in row] for row in rows]


def _is_head(row: list[str]) -> bool:
    return any(_LETTER.search(cell) and not _NUMBER.fullmatch(cell) and cell != "stock" for cell in row)


def _columns(head: list[str], heads: dict[str, tuple[str, ...]]) -> list[str]:
    return [_column(cell, heads) for cell in head]


def _column(cell: str, heads: dict[str, tuple[str, ...]]) -> str:
    words = _plain(cell)
    for column, names in heads.items():
        if words == _plain(column) or words in names:
            return column
    given = {"cell": cell, "names": ", ".join(heads)}
    raise PasteError(_("No column is called “%(cell)s”. Name the columns out of: %(names)s.") % given)


def _plain(cell: str) -> str:
    """Lower case, without what stands in brackets and without signs."""
    return " ".join(re.sub(r"\(.*?\)|[^a-z/#]", " ", cell.lower()).split())
