"""What is ruled on a page: the lines of tables, the boxes and the codes, in points from its upper left corner."""

from dataclasses import dataclass, field

from pypdf import PageObject
from pypdf.generic import ContentStream

from tests.printing.pdf import reader

#: WeasyPrint draws in CSS pixels, once the page is turned upside down; what is drawn deeper is a picture.
POINTS_A_PIXEL = 0.75
OF_THE_PAGE = 2


@dataclass(frozen=True, kw_only=True)
class Rectangle:
    left: float
    top: float
    right: float
    bottom: float


@dataclass(kw_only=True)
class Ruled:
    """Lines as rectangles without breadth, boxes by their inner edge."""

    width: float
    height: float
    lines: list[Rectangle] = field(default_factory=list)
    boxes: list[Rectangle] = field(default_factory=list)
    codes: list[Rectangle] = field(default_factory=list)


def ruled(pdf: bytes) -> list[Ruled]:
    """What is ruled on each page."""
    return [_ruled(page) for page in reader(pdf).pages]


def _ruled(page: PageObject) -> Ruled:
    found = Ruled(width=float(page.mediabox.width), height=float(page.mediabox.height))
    depths, frames, begun = [0], [], ()
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        match operator:
            case b"q":
                depths.append(depths[-1])
            case b"Q":
                depths.pop()
            case b"cm":
                depths[-1] += 1
            case b"m":
                begun = operands
            case b"l" if depths[-1] == OF_THE_PAGE:
                found.lines.append(_between(*begun, *operands))
            case b"re":
                left, top, width, height = operands
                frames.append(_between(left, top, left + width, top + height))
            case b"f*":
                found.boxes.append(frames[-2])
            case b"W":
                found.codes.append(frames[-1])
    return found


def _between(left: float, top: float, right: float, bottom: float) -> Rectangle:
    left, top, right, bottom = (float(edge) * POINTS_A_PIXEL for edge in (left, top, right, bottom))
    return Rectangle(left=left, top=top, right=right, bottom=bottom)
