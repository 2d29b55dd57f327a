"""Whether the rates stand in the unit that is printed over them."""

from fractions import Fraction

from protocols.engine.table.ranges import NOTHING, Range
from protocols.engine.table.reading import Reading, as_printed, lasted, pumped
from protocols.engine.table.strengths import by_amount
from protocols.engine.table.table import RATE_UNITS, Table
from protocols.engine.table.verdict import TableFinding


def in_fitting_unit(table: Table) -> tuple[tuple[Reading, ...], list[TableFinding]]:
    """The rows in mL/h of the unit that more of them fit, and the finding where that is not the printed one."""
    factors = {unit: Fraction(60 if unit == "mL/min" else 1) for unit in RATE_UNITS}
    stated = as_printed(table, factors[table.rate_unit])
    other_unit = next(unit for unit in RATE_UNITS if unit != table.rate_unit)
    other = as_printed(table, factors[other_unit])
    if _fitting(table, other) <= _fitting(table, stated):
        return stated, []
    finding = TableFinding(row=None, column="rate", printed=table.rate_unit, expected=other_unit, rule="rate-unit")
    return other, [finding]


def unit_can_be_told(table: Table) -> bool:
    """Whether anything printed depends on the unit of the rates: volumes or doses with minutes, or the total time."""
    columns, strong = set(table.columns), any(_strength(table, bag.number) for bag in table.solutions)
    with_minutes = {"rate", "minutes"} <= columns and ("volume_ml" in columns or ("dose" in columns and strong))
    return with_minutes or ({"rate", "volume_ml"} <= columns and table.total_minutes is not None)


def _fitting(table: Table, readings: tuple[Reading, ...]) -> int:
    """How many rows agree in rate, time and volume or dose; without minutes, whether the total time does."""
    if "minutes" not in table.columns:
        minutes = [lasted(reading) for reading in readings]
        total = sum((each for each in minutes if each), NOTHING)
        stated = table.total_minutes
        return int(stated is not None and all(minutes) and total.meets(Range.rounded(stated)))
    return sum(_agrees(table, reading) for reading in readings)


def _agrees(table: Table, reading: Reading) -> bool:
    by_pump, strength = pumped(reading), _strength(table, reading.solution)
    if by_pump and reading.volume:
        return by_pump.meets(reading.volume)
    return bool(by_pump and strength and reading.dose and (by_pump * Range.exact(strength)).meets(reading.dose))


def _strength(table: Table, number: int | None) -> Fraction | None:
    bag = table.bag(number)
    return (bag.concentration or by_amount(bag)) if bag else None
