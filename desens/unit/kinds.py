"""What a setting may hold: each kind knows its bounds, and how its value is stored exactly.

A value is frozen: Fraction, str, or a tuple of frozen rows. `stored` and `read` are inverses.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Generic, TypeVar

from desens.numbers.write import exact_text, read_exact

Value = TypeVar("Value")
Row = TypeVar("Row")


@dataclass(frozen=True, kw_only=True)
class Kind(ABC, Generic[Value]):
    """Base of the kinds."""

    @abstractmethod
    def holds(self, value: Value) -> bool:
        """Whether the value is within the bounds, both included."""

    def stored(self, value: Value) -> Any:
        """The value as JSON values; figures as exact text."""
        return str(value)

    @abstractmethod
    def read(self, stored: Any) -> Value:
        """The inverse of `stored`."""


@dataclass(frozen=True, kw_only=True)
class Number(Kind[Fraction]):
    """A figure in `unit` from `least` to `greatest`; `whole` takes no decimals."""

    unit: str
    least: Fraction
    greatest: Fraction
    whole: bool = False

    def holds(self, value: Fraction) -> bool:
        return self.least <= value <= self.greatest and (value.denominator == 1 or not self.whole)

    def stored(self, value: Fraction) -> str:
        return exact_text(value)

    def read(self, stored: Any) -> Fraction:
        return read_exact(stored)


@dataclass(frozen=True, kw_only=True)
class Choice(Kind[str]):
    """One of `options`: what each is called, by its code."""

    options: Mapping[str, str]

    def holds(self, value: str) -> bool:
        return value in self.options

    def read(self, stored: Any) -> str:
        return str(stored)


@dataclass(frozen=True, kw_only=True)
class Text(Kind[str]):
    """One line of at most `limit` characters; "" is "not recorded" unless `required`."""

    limit: int = 200
    required: bool = False

    def holds(self, value: str) -> bool:
        return len(value) <= self.limit and "\n" not in value and not (self.required and not value)

    def read(self, stored: Any) -> str:
        return str(stored)


@dataclass(frozen=True, kw_only=True)
class Telephone(Text):
    """A number as the hospital writes it, extension included: 2 to 40 characters with a digit, or ""."""

    limit: int = 40

    def holds(self, value: str) -> bool:
        return super().holds(value) and (not value or any(map(str.isdecimal, value)))


@dataclass(frozen=True, kw_only=True)
class Texts(Kind[tuple[str, ...]]):
    """From one to `most` lines of at most 200 characters, in their order."""

    most: int
    limit: int = 200

    def holds(self, value: tuple[str, ...]) -> bool:
        return 1 <= len(value) <= self.most and all(0 < len(line) <= self.limit for line in value)

    def stored(self, value: tuple[str, ...]) -> list[str]:
        return [str(line) for line in value]

    def read(self, stored: Any) -> tuple[str, ...]:
        return tuple(stored)


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


@dataclass(frozen=True, kw_only=True)
class Picture(Kind[str]):
    """A PNG of at most `most_bytes`, kept apart under its SHA-256, which is the value; "" is none."""

    most_bytes: int = 200_000
    most_pixels: int = 2_000

    def holds(self, value: str) -> bool:
        return value == "" or (len(value) == 64 and set(value) <= set("0123456789abcdef"))

    def read(self, stored: Any) -> str:
        return str(stored)
