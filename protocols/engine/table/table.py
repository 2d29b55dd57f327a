"""A table as printed (contracts.md 3), with the drug, the bags and the line where they are known."""

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from protocols.engine.specification import Line

Column = Literal[
    "step", "solution", "rate", "minutes", "volume_ml", "dose", "cumulative_dose", "dose_per_min", "fold_increase"
]
COLUMNS: tuple[Column, ...] = (
    "step", "solution", "rate", "minutes", "volume_ml", "dose", "cumulative_dose", "dose_per_min", "fold_increase",
)  # fmt: skip
RATE_UNITS = ("mL/h", "mL/min")


@dataclass(frozen=True, kw_only=True)
class TableBag:
    """A solution as stated, exactly: mL, amount per mL, amount; `source` "stock" or another's number."""

    number: int
    volume_ml: Fraction | None = None
    concentration: Fraction | None = None
    amount: Fraction | None = None
    source: str | int | None = None


@dataclass(frozen=True, kw_only=True)
class TableRow:
    """One printed row: `number` is the printed step, `cells` the figures by column; an empty cell is left out."""

    number: int
    solution: int | None
    cells: dict[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Table:
    """All that is printed; amounts in `unit`, rates in `rate_unit`."""

    unit: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    drug: str = ""
    target_dose: Fraction | None = None
    rate_unit: str = "mL/h"
    solutions: tuple[TableBag, ...] = ()
    line: Line | None = None
    declared: frozenset[str] = frozenset()
    total_minutes: Decimal | None = None

    def bag(self, number: int | None) -> TableBag | None:
        """The solution of that number; without numbers in the rows, the only one there is."""
        if number is None and len(self.solutions) == 1:
            return self.solutions[0]
        return next((bag for bag in self.solutions if bag.number == number), None)
