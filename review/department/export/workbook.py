"""The rows of an export as an XLSX workbook. Every text is stored as text, never as a formula or a link."""

import csv
from decimal import Decimal
from pathlib import Path

import xlsxwriter
from django.utils.translation import gettext as _

from review.department.export.columns import columns

#: More would keep a worker of the server busy for too long; CSV holds any number.
MOST_ROWS = 50_000
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def write_workbook(rows: Path, target: Path, *, with_identity: bool) -> None:
    """The file of rows (making.lines) as a workbook of one sheet, with a head that stays and a filter."""
    wide = columns(with_identity=with_identity)
    with xlsxwriter.Workbook(str(target), {**OPTIONS, "tmpdir": str(target.parent)}) as book:
        sheet = book.add_worksheet(_("Desensitizations")[:31])
        sheet.freeze_panes(1, 2)
        bold, last = book.add_format({"bold": True}), 0
        with rows.open(encoding="utf-8", newline="") as file:
            for number, cells in enumerate(csv.reader(file)):
                for place, cell in enumerate(cells):
                    if cell and number and wide[place].is_figure:
                        sheet.write_number(number, place, Decimal(cell))
                    elif cell:
                        sheet.write_string(number, place, cell, None if number else bold)
                last = number
        sheet.autofilter(0, 0, last, len(wide) - 1)
