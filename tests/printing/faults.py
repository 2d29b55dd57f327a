"""What is wrong with printed pages: words cut by a line, printed over each other, or outside the margins."""

from itertools import combinations

from tests.printing.cells import small
from tests.printing.pdf import POINTS_A_MM, Word, words
from tests.printing.ruled import Rectangle, Ruled, ruled

#: A word's box is its font's, a fifth taller than its letters above and below.
OVER_THE_LETTERS = 0.25
#: Of the margins (static/print/base.css) so much may be missing: a letter's edge is not its box's.
NEARLY = 0.6


def faults(pdf: bytes, *, margins_mm: tuple[float, float, float] = (3, 8, 6)) -> list[str]:
    """One line a fault, empty on faultless pages; margins at the top, at both sides and at the bottom."""
    return [
        f"page {number}: {fault}"
        for number, (page, on) in enumerate(zip(words(pdf), ruled(pdf), strict=True), start=1)
        for fault in (*_cut(page, on), *_over_each_other(page), *_in_the_margin(page, on, margins_mm))
    ]


def _cut(page: list[Word], on: Ruled) -> list[str]:
    edges = on.lines + [side for box in on.boxes for side in _sides(box)]
    return [f"{word.text!r} is cut by a line" for word in small(page) if any(_crossed(word, edge) for edge in edges)]


def _sides(box: Rectangle) -> list[Rectangle]:
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    corners = (
        (left, top, left, bottom),
        (right, top, right, bottom),
        (left, top, right, top),
        (left, bottom, right, bottom),
    )
    return [Rectangle(left=a, top=b, right=c, bottom=d) for a, b, c, d in corners]


def _crossed(word: Word, edge: Rectangle) -> bool:
    spare = OVER_THE_LETTERS * (word.bottom - word.top)
    if edge.left == edge.right:
        return word.left + NEARLY < edge.left < word.right - NEARLY and edge.top <= word.middle <= edge.bottom
    middle = (word.left + word.right) / 2
    return word.top + spare < edge.top < word.bottom - spare and edge.left <= middle <= edge.right


def _over_each_other(page: list[Word]) -> list[str]:
    pairs = combinations(small(page), 2)
    return [f"{one.text!r} and {other.text!r} over each other" for one, other in pairs if _overlap(one, other)]


def _overlap(one: Word, other: Word) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 1 and down > 0.35 * min(one.bottom - one.top, other.bottom - other.top)


def _in_the_margin(page: list[Word], on: Ruled, margins_mm: tuple[float, float, float]) -> list[str]:
    top, side, bottom = (margin * POINTS_A_MM - NEARLY for margin in margins_mm)
    return [
        f"{word.text!r} stands in the margin"
        for word in small(page)
        if word.left < side or word.right > on.width - side or word.top < top or word.bottom > on.height - bottom
    ]
