"""Where the labels of a sheet or roll are, as their makers cut them, and what is printed on each."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.printing.cells import lines_of
from tests.printing.pdf import POINTS_A_MM, Word, words
from tests.printing.ruled import Rectangle, ruled

#: Labels across and down, the width and height of one, the gap between columns, the left and the upper margin, in mm.
CUT = {
    "a4-8": (2, 4, 99.1, 67.7, 2.6, 4.6, 13.0),
    "a4-10": (2, 5, 99.1, 57.0, 2.6, 4.6, 6.0),
    "a4-14": (2, 7, 99.1, 38.1, 2.6, 4.6, 15.1),
    "roll": (1, 1, 100.0, 60.0, 0.0, 0.0, 0.0),
}
#: A printer's feed may be so far off.
SPARE = 1.5 * POINTS_A_MM


@dataclass(frozen=True, kw_only=True)
class Printed:
    """One label: its place on its page, from 1, its lines without blanks, and where its code is."""

    page: int
    place: int
    lines: tuple[str, ...]
    code: Rectangle


def places(key: str) -> list[Rectangle]:
    """The labels of one sheet, along the rows."""
    across, down, width, height, gap, left, top = (figure * POINTS_A_MM for figure in CUT[key])
    across, down = CUT[key][:2]
    corners = [(left + column * (width + gap), top + row * height) for row in range(down) for column in range(across)]
    return [Rectangle(left=x, top=y, right=x + width, bottom=y + height) for x, y in corners]


def labels(pdf: bytes, key: str) -> list[Printed]:
    """What is printed on each label that is not empty; ValueError where anything lies over an edge or a code."""
    return [
        Printed(page=number, place=place, lines=lines_of(inside), code=code)
        for number, (page, on) in enumerate(zip(words(pdf), ruled(pdf), strict=True), start=1)
        for place, inside, code in _on_labels(page, on.codes, places(key))
    ]


def _on_labels(page: list[Word], codes: list[Rectangle], of: list[Rectangle]) -> Iterator[tuple]:
    lost = [thing for thing in (*page, *codes) if not any(_within(thing, place) for place in of)]
    if lost:
        raise ValueError(f"over the edge of a label: {lost}")
    for number, place in enumerate(of, start=1):
        inside = [word for word in page if _within(word, place)]
        if inside:
            (code,) = (code for code in codes if _within(code, place))
            if any(_over(word, code) for word in inside):
                raise ValueError("words over a code")
            yield number, inside, code


def _within(thing: Word | Rectangle, place: Rectangle) -> bool:
    return (
        place.left + SPARE <= thing.left
        and thing.right <= place.right - SPARE
        and place.top + SPARE <= thing.top
        and thing.bottom <= place.bottom - SPARE
    )


def _over(word: Word, code: Rectangle) -> bool:
    return word.right > code.left and word.left < code.right and word.bottom > code.top and word.top < code.bottom
