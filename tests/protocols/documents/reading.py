"""The step table read back from paper: which words stand in which column of which row."""

from dataclasses import dataclass
from itertools import accumulate, pairwise

from tests.printing.pdf import POINTS_A_MM, Word, words

LEFT_EDGE_MM = 8
#: Widths in mm as in static/print/nursing_sheet.css; the nurse's columns are one here.
WIDTHS_MM = {"step": 11, "bag": 11, "rate": 28, "volume": 22, "minutes": 22, "written": 141, "dose": 21, "total": 25}
EDGES = [edge * POINTS_A_MM for edge in accumulate(WIDTHS_MM.values(), initial=LEFT_EDGE_MM)]
HALF_A_ROW = 4.4 * POINTS_A_MM
A_BIG_LETTER = 30


@dataclass(frozen=True, kw_only=True)
class Row:
    """A step as it was printed: the first line of each column, what stands below it, and where."""

    figures: tuple[str, ...]
    below: str
    page: int
    middle: float


def step_rows(pdf: bytes) -> list[Row]:
    """The rows that begin with a step's number, in the order of the sheet."""
    return [row for number, page in enumerate(words(pdf), start=1) for row in _rows(_under_the_state(page), number)]


def outside_their_column(pdf: bytes) -> list[Word]:
    """Words of the step rows that cross a column's edge: cut, or run into the next figure."""
    rows = step_rows(pdf)
    return [
        word
        for number, page in enumerate(words(pdf), start=1)
        for word in page
        if any(row.page == number and abs(word.middle - row.middle) < HALF_A_ROW for row in rows)
        and any(word.left < edge < word.right for edge in EDGES)
    ]


def _under_the_state(page: list[Word]) -> list[Word]:
    """Without the big letters of DRAFT, SUPERSEDED or VOID that run across the page."""
    return [word for word in page if word.bottom - word.top < A_BIG_LETTER]


def _rows(page: list[Word], number: int) -> list[Row]:
    ordinals = [word for word in page if word.text.isdigit() and word.right < EDGES[1]]
    return [_row(page, one, number) for one in sorted(ordinals, key=lambda word: word.middle)]


def _row(page: list[Word], ordinal: Word, number: int) -> Row:
    found = [word for word in page if abs(word.middle - ordinal.middle) < HALF_A_ROW]
    columns = dict(zip(WIDTHS_MM, (_lines(found, left, right) for left, right in pairwise(EDGES)), strict=True))
    below = [line for name, lines in columns.items() for line in (lines if name == "written" else lines[1:])]
    figures = tuple("".join(lines[:1]) for name, lines in columns.items() if name != "written")
    return Row(figures=figures, below=" ".join(below), page=number, middle=ordinal.middle)


def _lines(found: list[Word], left: float, right: float) -> list[str]:
    """The lines within a column; thin spaces, which split words for the reader, are closed in figures."""
    inside = sorted((word for word in found if left <= (word.left + word.right) / 2 < right), key=lambda w: w.middle)
    lines: list[list[Word]] = []
    for word in inside:
        if lines and word.middle - lines[-1][-1].middle < 3:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [_closed(" ".join(word.text for word in sorted(line, key=lambda w: w.left))) for line in lines]


def _closed(text: str) -> str:
    return text.replace(" ", "") if text.replace(" ", "").replace(".", "").isdigit() else text
