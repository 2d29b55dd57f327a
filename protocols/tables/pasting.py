"""What was pasted from a spreadsheet, or typed, as the mapping that the engine reads."""

import csv
import re
from dataclasses import dataclass
from io import StringIO

from django.utils.translation import gettext as _

from protocols.tables.columns import BAG_COLUMNS, BAG_HEADS, COLUMN_HEADS, USUAL_COLUMNS
from protocols.tables.head_units import stated_units

_LETTER = re.compile(r"[^\W\d_]")
#: What spreadsheets, and our own pages, put between thousands.
_BLANK = re.compile("[\u00a0\u2009\u202f]")
_NUMBER = re.compile(r"[0-9.,eE+-]+", re.ASCII)


class PasteError(ValueError):
    """Text that is no table; the message is for the person who pasted it."""


@dataclass(frozen=True, kw_only=True)
class PastedTable:
    """Columns and rows, and the units that the heads state: `rate_unit`, `unit`."""

    columns: list[str]
    rows: list[list[str]]
    units: dict[str, str]


def pasted_table(text: str) -> PastedTable:
    """The columns by their names in the first line, or the usual seven where it has none."""
    rows = _without_empty_columns(_cells(text))
    if not rows:
        raise PasteError(_("Paste the table, its first line with the names of the columns."))
    if _is_head(rows[0]):
        columns = _columns(rows[0], COLUMN_HEADS)
        try:
            units = stated_units(columns, rows[0])
        except ValueError as reason:
            raise PasteError(str(reason)) from None
        return PastedTable(columns=columns, rows=_filled_down(columns, rows[1:]), units=units)
    if len(rows[0]) != len(USUAL_COLUMNS):
        names = ", ".join(COLUMN_HEADS)
        raise PasteError(_("Begin with a line that names the columns, out of: %(names)s.") % {"names": names})
    return PastedTable(columns=list(USUAL_COLUMNS), rows=rows, units={})


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
    lines = [_BLANK.sub("", line) for line in text.splitlines() if line.strip(" \t,;")]
    separator = next((mark for mark in "\t;," if lines and mark in lines[0]), None)
    if separator is None:
        return [line.split() for line in lines]
    try:
        rows = list(csv.reader(StringIO("\n".join(lines)), delimiter=separator))
    except csv.Error:
        raise PasteError(_("Paste plain cells: a quotation mark is not closed.")) from None
    return [[cell.strip() for cell in row] for row in rows]


def _without_empty_columns(rows: list[list[str]]) -> list[list[str]]:
    """Without the columns that hold nothing, as spreadsheets leave them at the right."""
    width = max(map(len, rows), default=0)
    kept = [place for place in range(width) if any(row[place : place + 1] not in ([], [""]) for row in rows)]
    return [[row[place] for place in kept if place < len(row)] for row in rows]


def _filled_down(columns: list[str], rows: list[list[str]]) -> list[list[str]]:
    """An empty cell of a merged bag stands for the bag above."""
    if "solution" not in columns:
        return rows
    place, above, filled = columns.index("solution"), "", []
    for row in rows:
        above = row[place] or above if place < len(row) else above
        filled.append([*row[:place], above, *row[place + 1 :]])
    return filled


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
