"""Tables read back from paper: a cell is what the nearest lines enclose, whatever the style sheet says."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from tests.printing.pdf import Word, words
from tests.printing.ruled import Rectangle, ruled

#: The letters of DRAFT, SUPERSEDED or VOID across the page are taller, in points.
A_BIG_LETTER = 30
SAME_LINE = 3
BEYOND = 10_000
Edges = tuple[float, ...]


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell with words in it: its page, its place (top, left, right, bottom) and its lines without blanks.

    Without, because the reader of a PDF splits words at a thin space.
    """

    page: int
    edges: Edges
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "".join(self.lines)


def cells(pdf: bytes) -> list[Cell]:
    """Every cell that holds words, page by page, from the top and from the left."""
    return [
        Cell(page=number, edges=edges, lines=lines_of(inside))
        for number, (page, on) in enumerate(zip(words(pdf), ruled(pdf), strict=True), start=1)
        for edges, inside in _by_cell(small(page), on.lines)
    ]


def rows(pdf: bytes) -> list[tuple[Cell, ...]]:
    """The cells that stand in one row of one page, from the left."""
    return [tuple(row) for _, row in groupby(cells(pdf), key=lambda cell: (cell.page, round(cell.edges[0])))]


def small(page: list[Word]) -> list[Word]:
    """Without the big letters that run across the page."""
    return [word for word in page if word.bottom - word.top < A_BIG_LETTER]


def lines_of(inside: list[Word]) -> tuple[str, ...]:
    """The words as they are read: those of nearly the same height stand on one line."""
    lines: list[list[Word]] = []
    for word in sorted(inside, key=lambda one: one.middle):
        if lines and word.middle - lines[-1][-1].middle < SAME_LINE:
            lines[-1].append(word)
        else:
            lines.append([word])
    return tuple("".join(word.text for word in sorted(line, key=lambda one: one.left)) for line in lines)


def _by_cell(page: list[Word], lines: list[Rectangle]) -> Iterator[tuple[Edges, list[Word]]]:
    placed = sorted(((_edges(word, lines), word) for word in page), key=lambda one: (one[0], one[1].top, one[1].left))
    return ((edges, [word for _, word in inside]) for edges, inside in groupby(placed, key=lambda one: one[0]))


def _edges(word: Word, lines: list[Rectangle]) -> Edges:
    """The nearest lines around a word; the paper's edge where nothing is ruled."""
    x, y = (word.left + word.right) / 2, word.middle
    upright = [line.left for line in lines if line.left == line.right and line.top <= y <= line.bottom]
    level = [line.top for line in lines if line.top == line.bottom and line.left <= x <= line.right]
    top, left = (max((e for e in es if e <= at), default=0) for es, at in ((level, y), (upright, x)))
    right, bottom = (min((e for e in es if e > at), default=BEYOND) for es, at in ((upright, x), (level, y)))
    return tuple(round(edge, 1) for edge in (top, left, right, bottom))
