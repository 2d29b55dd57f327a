"""What a source prints, as a page shows it: each cell that is a known misprint beside what is computed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from desens.numbers.quantity import AMOUNT_UNITS, NO_BREAK_SPACE, Quantity
from protocols.engine import AnyEntry, Deviation, PrintedTable
from protocols.engine.template_deviations import OPEN, rows_of

_FIGURE = re.compile(r"(?P<number>\d+)(?P<decimals>\.\d+)?(?: (?P<unit>\w+))?")
_UNITS = ("ml_h", "ml", *AMOUNT_UNITS)


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One printed figure; `expected` what is computed, "" where it agrees."""

    printed: str
    expected: str = ""


@dataclass(frozen=True, kw_only=True)
class PrintedView:
    """A printed table under the heads in words."""

    caption: str
    heads: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, kw_only=True)
class ErratumLine:
    """One known misprint in words."""

    where: str
    column: str
    printed: str
    computed: str
    note: str


def printed_views(entry: AnyEntry, *, place: str) -> tuple[PrintedView, ...]:
    """The tables that the source prints: steps, bags, totals, as far as it does; `place` is "step" or "row"."""
    if entry.printed is None:
        return ()
    wrong = {(one.deviation.where, one.deviation.column): one.deviation for one in entry.errata}
    totals = PrintedTable(
        columns=tuple(name for name, _cell in entry.printed.totals),
        rows=(tuple(cell for _name, cell in entry.printed.totals),),
    )
    tables = (
        (_("As printed in the source"), entry.printed, place),
        (_("Bags as printed"), entry.printed.solutions, "solution"),
        (_("Totals as printed"), totals, "total"),
    )
    return tuple(_view(caption, table, place, wrong) for caption, table, place in tables if table.columns)


def errata_lines(entry: AnyEntry) -> tuple[ErratumLine, ...]:
    """Every known misprint."""
    return tuple(
        ErratumLine(
            where=_where(erratum.deviation.where),
            column=column_text(erratum.deviation.column),
            printed=figure_text(erratum.deviation.printed),
            computed=figure_text(erratum.deviation.computed),
            note=erratum.note,
        )
        for erratum in entry.errata
    )


def column_text(column: str) -> str:
    """A column's name in words: `atezolizumab_dose_mg` is "atezolizumab dose, mg"."""
    per_ml = column.removesuffix("_ml") if column.endswith("_ml") and "concentration" in column else ""
    for ending in _UNITS:
        name = per_ml or column
        if name.endswith(f"_{ending}"):
            unit = "mL/h" if ending == "ml_h" else "mL" if ending == "ml" else Quantity.of(0, ending).unit_text
            return f"{name.removesuffix(f'_{ending}').replace('_', ' ')}, {unit}{'/mL' if per_ml else ''}"
    return column.replace("_", " ")


def figure_text(cell: str) -> str:
    """A printed figure as every page writes one: no trailing zero, its unit beside it."""
    figure = _FIGURE.fullmatch(cell)
    if figure is None:
        return _("goes on") if cell == OPEN else cell
    decimals = (figure["decimals"] or "").rstrip("0").rstrip(".")
    unit = NO_BREAK_SPACE + figure["unit"] if figure["unit"] else ""
    return figure["number"] + decimals + unit


def _view(caption: str, table: PrintedTable, place: str, wrong: Mapping[tuple[str, str], Deviation]) -> PrintedView:
    return PrintedView(
        caption=caption,
        heads=tuple(_head(column, wrong) for column in table.columns),
        rows=tuple(
            tuple(_cell(cells[column], wrong.get((where, column))) for column in table.columns)
            for where, cells in rows_of(table, place)
        ),
    )


def _head(column: str, wrong: Mapping[tuple[str, str], Deviation]) -> Cell:
    deviation = wrong.get(("head", column))
    if deviation is None:
        return Cell(printed=column_text(column))
    return Cell(printed=f"{column_text(column).partition(',')[0]}, {deviation.printed}", expected=deviation.computed)


def _cell(cell: str, deviation: Deviation | None) -> Cell:
    return Cell(printed=figure_text(cell), expected=figure_text(deviation.computed) if deviation else "")


def _where(where: str) -> str:
    place, _space, number = where.partition(" ")
    words = {
        "step": _("step %(number)s"),
        "row": _("row %(number)s"),
        "solution": _("bag %(number)s"),
        "total": _("total"),
        "head": _("head of the column"),
    }
    return words[place] % {"number": number}
