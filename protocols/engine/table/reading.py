"""One row with what it is taken to say: the printed figures, or what the others give where one was found wrong."""

from dataclasses import dataclass
from fractions import Fraction

from desens.numbers.write import plain_text
from protocols.engine.table.ranges import Range
from protocols.engine.table.table import Table, TableRow
from protocols.engine.table.verdict import TableFinding

_SETTINGS = ("rate", "minutes")


@dataclass(frozen=True, kw_only=True)
class Reading:
    """`confirmed`: the dose agrees with concentration and volume, so a sum that fails is not its fault.

    Rates are in mL/h; `minutes_an_hour` is 60 where they are printed in mL/min, else 1.
    """

    row: TableRow
    solution: int | None
    rate: Range | None = None
    minutes: Range | None = None
    volume: Range | None = None
    dose: Range | None = None
    cumulative: Range | None = None
    confirmed: bool = False
    minutes_an_hour: Fraction = Fraction(1)

    @property
    def number(self) -> int:
        """The printed step."""
        return self.row.number

    def printed(self, column: str) -> str:
        """The figure as it stands in the table."""
        return str(self.row.solution) if column == "solution" else f"{self.row.cells[column]:f}"


def printed_range(row: TableRow, column: str) -> Range | None:
    """What a cell stands for; a whole rate or time is a setting and exact. None where the cell is missing."""
    figure = row.cells.get(column)
    if figure is None:
        return None
    if column in _SETTINGS and "." not in f"{figure:f}":
        return Range.exact(Fraction(figure))
    return Range.rounded(figure)


def as_printed(table: Table, minutes_an_hour: Fraction) -> tuple[Reading, ...]:
    """Every row as it stands, rates in mL/h: `minutes_an_hour` is 60 for mL/min, else 1."""
    factor = Range.exact(minutes_an_hour)
    readings = []
    for row in table.rows:
        bag = table.bag(row.solution)
        rate = printed_range(row, "rate")
        readings.append(
            Reading(
                row=row,
                solution=bag.number if bag else row.solution,
                rate=rate * factor if rate else None,
                minutes=printed_range(row, "minutes"),
                volume=printed_range(row, "volume_ml"),
                dose=printed_range(row, "dose"),
                cumulative=printed_range(row, "cumulative_dose"),
                minutes_an_hour=minutes_an_hour,
            )
        )
    return tuple(readings)


def pumped(reading: Reading) -> Range | None:
    """The volume that rate and time give, mL."""
    if reading.rate is None or reading.minutes is None:
        return None
    return reading.rate * reading.minutes * Range.exact(Fraction(1, 60))


def drawn(reading: Reading) -> Range | None:
    """The volume that leaves the bag, mL: as printed, or what rate and time give."""
    return reading.volume or pumped(reading)


def lasted(reading: Reading) -> Range | None:
    """The minutes, as printed or as volume and rate give them."""
    if reading.minutes is None and reading.volume and reading.rate:
        return (reading.volume * Range.exact(Fraction(60))).over(reading.rate)
    return reading.minutes


def fault(reading: Reading, column: str, expected: Fraction, rule: str) -> TableFinding:
    """The cell to blame, and the figure that the others give (a rate in the printed unit)."""
    shown = expected / reading.minutes_an_hour if column == "rate" else expected
    printed = reading.printed(column)
    return TableFinding(row=reading.number, column=column, printed=printed, expected=plain_text(shown), rule=rule)
