"""Lists of rows, such as the unit's pumps."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from desens.unit.kinds.figures import Choice, Number
from desens.unit.kinds.kind import Kind
from desens.unit.kinds.texts import Text

Row = TypeVar("Row")


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of a list of rows: its title and what stands in it; `optional` may stay empty ("", a number None)."""

    title: str
    kind: Number | Text | Choice
    optional: bool = False

    def holds(self, cell: Any) -> bool:
        """Whether the cell is within the bounds, or empty where it may be."""
        return self.optional if _is_empty(cell) else self.kind.holds(cell)

    def stored(self, cell: Any) -> str:
        """The cell as text; "" for an empty one."""
        return "" if _is_empty(cell) else str(self.kind.stored(cell))

    def read(self, stored: str) -> Any:
        """The inverse of `stored`."""
        if stored == "":
            return None if isinstance(self.kind, Number) else ""
        return self.kind.read(stored)


@dataclass(frozen=True, kw_only=True)
class Rows(Kind[tuple[Row, ...]]):
    """From `least` to `most` rows of a frozen dataclass, its fields in the order of `columns`.

    The columns named in `told_apart_by` tell rows apart, else the first. `fits` says whether the figures of one row
    agree; `misfit` is what is expected. `told` says a row in words where the titles of its columns would not read well.
    """

    row: Callable[..., Row]
    columns: Mapping[str, Column]
    least: int = 0
    most: int = 12
    told_apart_by: tuple[str, ...] = ()
    fits: Callable[[Row], bool] = lambda row: True
    misfit: str = ""
    told: Callable[[Row], str] | None = None

    def holds(self, value: tuple[Row, ...]) -> bool:
        known = set(map(self.name_of, value))
        return self.least <= len(value) <= self.most and len(known) == len(value) and all(map(self._fine, value))

    def cells(self, row: Row) -> list[Any]:
        """The row's values in the order of the columns."""
        return [getattr(row, name) for name in self.columns]

    def name_of(self, row: Row) -> tuple[str, ...]:
        """What tells the row apart from the others, whatever the case of its letters."""
        names = self.told_apart_by or (next(iter(self.columns)),)
        return tuple(str(getattr(row, name)).casefold() for name in names)

    def stored(self, value: tuple[Row, ...]) -> list[dict[str, str]]:
        return [{name: col.stored(getattr(row, name)) for name, col in self.columns.items()} for row in value]

    def read(self, stored: Any) -> tuple[Row, ...]:
        return tuple(
            self.row(**{name: col.read(cells[name]) for name, col in self.columns.items()}) for cells in stored
        )

    def _fine(self, row: Row) -> bool:
        cells = zip(self.columns.values(), self.cells(row), strict=True)
        return all(column.holds(cell) for column, cell in cells) and self.fits(row)


def _is_empty(cell: Any) -> bool:
    return cell is None or cell == ""
