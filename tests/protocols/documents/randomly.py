"""Amounts of every magnitude, for documents that are printed at random and read back."""

from fractions import Fraction

from hypothesis import Phase, settings
from hypothesis import strategies as st

from desens.numbers.quantity import WRITTEN, Quantity
from desens.numbers.write import number_text
from protocols.documents.fitting import Room
from tests.printing.cells import Cell

#: A sheet takes half a second: 10 in the dev profile, 20 in ci, 1,000 in nightly (safety.md 4 asks for 500).
SHEETS = settings(
    max_examples=max(10, settings.default.max_examples // 100), phases=[Phase.explicit, Phase.reuse, Phase.generate]
)
UNITS = st.sampled_from(["ng", "mcg", "mg", "g", "U", "IU", "MU"])


def amounts(room: Room, least: str = "0.000001", most: str = "99999"):
    """Exact amounts of every magnitude whose text fits the column, thirds and sevenths included."""
    decimals = st.decimals(least, most, places=6).map(Fraction)
    parts = st.builds(Fraction, st.integers(1, int(most)), st.sampled_from([3, 7, 11]))
    small = st.integers(1, 99_999).map(lambda n: Fraction(n, 10**9)) if least == "0.000001" else decimals
    return st.one_of(decimals, parts, small).filter(lambda value: value > 0 and len(number_text(value)) <= room.small)


def fitting(room: Room, unit: str):
    """Amounts whose text fits the column together with its unit."""
    return amounts(room).filter(lambda value: len(str(Quantity.of(value, unit))) <= room.small)


def plain(value: Fraction | int) -> str:
    """The figure as it is read back from a PDF, without the thin space of its thousands."""
    return number_text(value).replace("\u202f", "")


def packed(value: Fraction | int, unit: str) -> str:
    """A figure with its unit, without blanks."""
    head, slash, tail = unit.partition("/")
    return plain(value) + (WRITTEN.get(head, head) + slash + tail).replace(" ", "")


def all_read_as(rows: list[tuple[Cell, ...]], expected: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows in the words of `expected`, whose parts, between `|`, must each stand on one line; else as they are."""
    return [_read_as(row, words) for row, words in zip(rows, expected, strict=True)]


def _read_as(cells: tuple[Cell, ...], expected: tuple[str, ...]) -> tuple[str, ...]:
    if len(cells) != len(expected):
        return tuple("/".join(cell.lines) for cell in cells)
    both = zip(cells, expected, strict=True)
    return tuple(words if _says(cell, words) else "/".join(cell.lines) for cell, words in both)


def _says(cell: Cell, words: str) -> bool:
    parts = words.split("|")
    return cell.text == "".join(parts) and all(any(part in line for line in cell.lines) for part in parts)
