"""Reading a table from text values (desens.numbers.files); ContentError names the key."""

from decimal import Decimal
from typing import Any

from desens.numbers.fields import ContentError, Fields
from desens.numbers.figures import read_figure
from desens.numbers.quantity import AMOUNT_UNITS
from protocols.engine.entries import MOST_SOLUTIONS, MOST_STEPS
from protocols.engine.equipment import read_line
from protocols.engine.specification import DECLARATIONS
from protocols.engine.table.table import COLUMNS, RATE_UNITS, Column, Table, TableBag, TableRow

_OPTIONAL = ("drug", "target_dose", "rate_unit", "solutions", "line", "declared", "total_minutes")
_MAY_BE_ZERO = ("dose", "cumulative_dose", "dose_per_min", "fold_increase")


def read_table(data: object) -> Table:
    """The table in `data`, as loaded."""
    fields = Fields(data, required=("unit", "columns", "rows"), optional=_OPTIONAL)
    columns = _columns(fields)
    rows = fields.entries("rows", most=MOST_STEPS)
    table = Table(
        unit=fields.choice("unit", tuple(AMOUNT_UNITS)),
        columns=columns,
        rows=tuple(_row(row, position, columns) for position, row in enumerate(rows, start=1)),
        drug=fields.text("drug") if "drug" in fields else "",
        target_dose=fields.figure_if_given("target_dose"),
        rate_unit=fields.choice("rate_unit", RATE_UNITS) if "rate_unit" in fields else RATE_UNITS[0],
        solutions=_bags(fields) if "solutions" in fields else (),
        line=read_line(fields.value("line")) if "line" in fields else None,
        declared=fields.words("declared", DECLARATIONS),
        total_minutes=_printed(fields, "total_minutes") if "total_minutes" in fields else None,
    )
    _check_numbers(table)
    return table


def _columns(fields: Fields) -> tuple[Column, ...]:
    entries = fields.entries("columns", most=len(COLUMNS))
    columns = tuple(Fields({"columns": entry}, required=("columns",)).choice("columns", COLUMNS) for entry in entries)
    if len(set(columns)) != len(columns):
        raise fields.error("columns", "each column once")
    return columns


def _row(cells: Any, position: int, columns: tuple[Column, ...]) -> TableRow:
    where = f"rows entry {position}"
    if not isinstance(cells, list) or len(cells) != len(columns):
        raise ContentError(key=where, expected=f"a list of {len(columns)} figures, one a column")
    given = dict(zip(columns, cells, strict=True))
    if given.get("fold_increase") in (None, ""):  # the first step rises from nothing
        given.pop("fold_increase", None)
    fields = Fields(given, where=where, required=(), optional=COLUMNS)
    return TableRow(
        number=fields.whole("step") if "step" in fields else position,
        solution=fields.whole("solution") if "solution" in fields else None,
        cells={name: _printed(fields, name) for name in given if name not in ("step", "solution")},
    )


def _printed(fields: Fields, key: str) -> Decimal:
    fields.figure(key, zero=key in _MAY_BE_ZERO)
    return read_figure(fields.value(key))


def _bags(fields: Fields) -> tuple[TableBag, ...]:
    entries = fields.entries("solutions", most=MOST_SOLUTIONS)
    return tuple(_bag(entry, f"solutions entry {position}") for position, entry in enumerate(entries, start=1))


def _bag(data: object, where: str) -> TableBag:
    fields = Fields(
        data, where=where, required=("number",), optional=("volume_ml", "concentration", "amount", "source")
    )
    source = None
    if "source" in fields:
        source = "stock" if fields.value("source") == "stock" else fields.whole("source")
    return TableBag(
        number=fields.whole("number"),
        volume_ml=fields.figure_if_given("volume_ml"),
        concentration=fields.figure_if_given("concentration"),
        amount=fields.figure_if_given("amount"),
        source=source,
    )


def _check_numbers(table: Table) -> None:
    numbers = [bag.number for bag in table.solutions]
    for position, bag in enumerate(table.solutions, start=1):
        where = f"solutions entry {position}"
        if bag.number in numbers[: position - 1]:
            raise ContentError(key=f"{where}, number", expected=f"each number once, not {bag.number} twice")
        if isinstance(bag.source, int) and (bag.source not in numbers or bag.source == bag.number):
            raise ContentError(key=f"{where}, source", expected="stock or the number of another solution")
    for position, row in enumerate(table.rows, start=1):
        if numbers and row.solution is not None and row.solution not in numbers:
            listed = ", ".join(map(str, numbers))
            raise ContentError(
                key=f"rows entry {position}, solution", expected=f"a solution's number ({listed}), not {row.solution}"
            )
