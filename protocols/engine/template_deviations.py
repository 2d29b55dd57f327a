"""Which printed figures of a library file the computation does not give, to their last printed digit."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from desens.numbers.fields import ContentError
from desens.numbers.write import plain_text
from protocols.engine.anything import AnySchedule, compute_any
from protocols.engine.applying import apply_template, published_choices
from protocols.engine.days import DaysSchedule
from protocols.engine.template import AnyEntry, FixedProtocol, ProtocolTemplate
from protocols.engine.template_columns import Columns, row_columns, solution_columns, total_columns
from protocols.engine.template_printed import Deviation, Printed, PrintedTable

#: Whole-number rates and minutes are settings, hence exact (contracts.md 3).
_FIGURE = re.compile(r"\d+(\.\d+)?( [a-zA-Z]+)?")
_SETTINGS = ("rate_ml_h", "minutes")
#: How a printed table says that a phase has no last day.
OPEN = "open"


def entry_schedules(entry: AnyEntry) -> tuple[AnySchedule, ...]:
    """The schedules exactly as published: one a drug or component; none for an unfinished protocol."""
    if isinstance(entry, ProtocolTemplate):
        return tuple(compute_any(apply_template(entry, published_choices(entry, drug))) for drug in entry.drugs)
    return tuple(map(compute_any, entry.specifications)) if isinstance(entry, FixedProtocol) else ()


def deviations(entry: AnyEntry) -> tuple[Deviation, ...]:
    """All of them, in the order of the head, the rows, the bags and the totals; none where nothing is computed.

    ContentError for a column or total that no computed figure has.
    """
    schedules = entry_schedules(entry)
    if entry.printed is None or not schedules:
        return ()
    place = "row" if isinstance(schedules[0], DaysSchedule) else "step"
    names, cells = zip(*entry.printed.totals, strict=True) if entry.printed.totals else ((), ())
    return (
        *_heads(entry.printed),
        *_table(entry.printed, _named(schedules, row_columns), place),
        *_table(entry.printed.solutions, _named(schedules, solution_columns), "solution"),
        *_table(PrintedTable(columns=names, rows=(cells,)), _named(schedules, total_columns), "total"),
    )


def _heads(printed: Printed) -> Iterator[Deviation]:
    """Columns whose printed head names another unit than their figures are in, which their name here states."""
    for column, unit in printed.units:
        meant = "mL/h" if column.endswith("_ml_h") else column.rpartition("_")[2]
        if unit != meant:
            yield Deviation(where="head", column=column, printed=unit, computed=meant)


def _named(schedules: tuple[AnySchedule, ...], columns_of: Callable[[AnySchedule], Columns]) -> Columns:
    """The columns of all schedules with the drug before the name; without it those of the first."""
    named = dict(columns_of(schedules[0]))
    for schedule in schedules:
        drug = schedule.drug.replace(" ", "_")
        named |= {f"{drug}_{name}": figures for name, figures in columns_of(schedule).items()}
    return named


def rows_of(table: PrintedTable, place: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row as its place, such as "step 4", and its cells by column; without a column of places they are counted."""
    for position, row in enumerate(table.rows, start=1):
        cells = dict(zip(table.columns, row, strict=True))
        yield place if place == "total" else f"{place} {cells.get(place, position)}", cells


def _table(table: PrintedTable, columns: Columns, place: str) -> Iterator[Deviation]:
    for where, cells in rows_of(table, place):
        number = _figure(where.partition(" ")[2] or "1")
        for column, cell in cells.items():
            computed = _computed(columns, column, cell, place, number)
            if _differs(computed, cell, exact=column in _SETTINGS):
                shown = OPEN if computed is None else plain_text(computed)
                yield Deviation(where=where, column=column, printed=cell, computed=shown)


def _computed(columns: Columns, column: str, cell: str, place: str, number: Fraction | None) -> Fraction | None:
    """The figure beside a cell; a cell with a unit of its own, such as 50 mcg, is compared in that."""
    unit = "" if _figure(cell) is None else cell.partition(" ")[2]
    name = f"{column}_{unit}" if unit else column
    if name not in columns:
        raise ContentError(key=f"printed, {name}", expected=f"one of {', '.join(columns)}")
    numbers = columns.get(place) or tuple(Fraction(n) for n in range(1, len(columns[name]) + 1))
    if number not in numbers:
        raise ContentError(key=f"printed, {name}", expected=f"no {place} {number}, which is not computed")
    return columns[name][numbers.index(number)]


def _differs(computed: Fraction | None, cell: str, *, exact: bool) -> bool:
    """Half up at the last printed digit; an empty cell says nothing, and a word other than `open` is no figure."""
    if cell in ("", OPEN) or computed is None:
        return cell != "" and (cell == OPEN) != (computed is None)
    figure = _figure(cell)
    if figure is None:
        return True
    places = len(cell.partition(" ")[0].partition(".")[2])
    if exact and places == 0:
        return computed != figure
    scale: int = 10**places
    return (computed * scale + Fraction(1, 2)) // 1 != figure * scale


def _figure(cell: str) -> Fraction | None:
    return Fraction(cell.partition(" ")[0]) if _FIGURE.fullmatch(cell) else None
