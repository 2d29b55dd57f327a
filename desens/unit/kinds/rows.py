"""Lists of rows, such as the unit's pumps."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from desens.unit.kinds.figures import Number
from desens.unit.kinds.kind import Kind
from desens.unit.kinds.texts import Text

Row = TypeVar("Row")


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of a list of rows: its title and what stands in it."""

    title: str
    kind: Number | Text


@dataclass(frozen=True, kw_only=True)
class Rows(Kind[tuple[Row, ...]]):
    """From `least` to `most` rows of a frozen dataclass, its fields in the order of `columns`.

    The first column tells rows apart. `fits` says whether the figures of one row agree; `misfit` is what is expected.
    """

    row: Callable[..., Row]
    columns: Mapping[str, Column]
    least: int = 0
    most: int = 12
    fits: Callable[[Row], bool] = lambda row: True
    misfit: str = ""

    def holds(self, value: tuple[Row, ...]) -> bool:
        known = {str(self.cells(row)[0]).casefold() for row in value}
        return self.least <= len(value) <= self.most and len(known) == len(value) and all(map(self._fine, value))

    def cells(self, row: Row) -> list[Any]:
        """The row's values in the order of the columns."""
        return [getattr(row, name) for name in self.columns]

    def stored(self, value: tuple[Row, ...]) -> list[dict[str, str]]:
        return [{name: col.kind.stored(getattr(row, name)) for name, col in self.columns.items()} for row in value]

    def read(self, stored: Any) -> tuple[Row, ...]:
        return tuple(
            self.row(**{name: col.kind.read(cells[name]) for name, col in self.columns.items()}) for cells in stored
        )

    def _fine(self, row: Row) -> bool:
        cells = zip(self.columns.values(), self.cells(row), strict=True)
        return all(column.kind.holds(cell) for column, cell in cells) and self.fits(row)
