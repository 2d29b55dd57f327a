"""What a source prints of its protocol, cell for cell, and which cells are known to be wrong."""

from dataclasses import dataclass

from desens.numbers.fields import Fields

_PLACES = ("where", "column", "printed", "computed")


@dataclass(frozen=True, kw_only=True)
class PrintedTable:
    """A table as published; the figures keep their printed decimals, "" where a cell is empty."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Printed(PrintedTable):
    """The steps as published, the bags, the totals, and the units of columns whose head names another than it means."""

    solutions: PrintedTable = PrintedTable()
    totals: tuple[tuple[str, str], ...] = ()
    units: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Deviation:
    """A printed figure that the computation does not give: "step 4", "row 2", "solution 3", "total" or "head"."""

    where: str
    column: str
    printed: str
    computed: str


@dataclass(frozen=True, kw_only=True)
class Erratum:
    """A deviation that is known, with what is to be said of it."""

    deviation: Deviation
    note: str


def read_printed(data: object) -> Printed:
    """The key `printed`; ContentError names the key and what was expected."""
    fields = Fields(data, where="printed", required=(), optional=("columns", "rows", "solutions", "totals", "units"))
    steps = _table(fields) if "columns" in fields or "rows" in fields else PrintedTable()
    bags = fields.value("solutions") if "solutions" in fields else None
    return Printed(
        columns=steps.columns,
        rows=steps.rows,
        solutions=PrintedTable() if bags is None else _table(Fields(bags, where="printed, solutions", required=_TABLE)),
        totals=_pairs(fields, "totals"),
        units=_pairs(fields, "units"),
    )


def read_errata(fields: Fields) -> tuple[Erratum, ...]:
    """The key `errata`: a list, empty allowed, of known deviations."""
    entries = fields.value("errata") if "errata" in fields else []
    if not isinstance(entries, list):
        raise fields.error("errata", "a list of misprints")
    return tuple(_erratum(entry, f"errata entry {number}") for number, entry in enumerate(entries, start=1))


_TABLE = ("columns", "rows")


def _erratum(data: object, where: str) -> Erratum:
    fields = Fields(data, where=where, required=_PLACES, optional=("note",))
    return Erratum(deviation=Deviation(**{key: fields.text(key) for key in _PLACES}), note=fields.prose("note"))


def _table(fields: Fields) -> PrintedTable:
    for key in _TABLE:
        if key not in fields:
            raise fields.error(key, "a list, but the key is missing")
    columns, rows = fields.entries("columns", most=20), fields.entries("rows", most=200)
    for row in [columns, *rows]:
        if not isinstance(row, list) or len(row) != len(columns) or not all(isinstance(cell, str) for cell in row):
            raise fields.error("rows", f"rows of {len(columns)} figures or words each")
    return PrintedTable(columns=tuple(columns), rows=tuple(tuple(row) for row in rows))


def _pairs(fields: Fields, key: str) -> tuple[tuple[str, str], ...]:
    """A mapping of names to text; none where the key is absent."""
    if key not in fields:
        return ()
    pairs = fields.value(key)
    named = Fields(pairs, where=f"printed, {key}", required=tuple(pairs) if isinstance(pairs, dict) else ("a name",))
    return tuple((name, named.text(name)) for name in pairs)
