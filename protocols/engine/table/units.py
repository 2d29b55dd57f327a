"""Whether the rates stand in the unit that is printed over them."""

from fractions import Fraction

from protocols.engine.table.reading import Reading, as_printed, pumped
from protocols.engine.table.table import RATE_UNITS, Table
from protocols.engine.table.verdict import TableFinding


def in_fitting_unit(table: Table) -> tuple[tuple[Reading, ...], list[TableFinding]]:
    """The rows in mL/h of the unit that more of them fit, and the finding where that is not the printed one."""
    factors = {unit: Fraction(60 if unit == "mL/min" else 1) for unit in RATE_UNITS}
    stated = as_printed(table, factors[table.rate_unit])
    other_unit = next(unit for unit in RATE_UNITS if unit != table.rate_unit)
    other = as_printed(table, factors[other_unit])
    if _fitting(other) <= _fitting(stated):
        return stated, []
    finding = TableFinding(row=None, column="rate", printed=table.rate_unit, expected=other_unit, rule="rate-unit")
    return other, [finding]


def _fitting(readings: tuple[Reading, ...]) -> int:
    """How many rows' rate, time and volume agree."""
    through = [(pumped(reading), reading.volume) for reading in readings]
    return sum(by_pump.meets(volume) for by_pump, volume in through if by_pump and volume)
