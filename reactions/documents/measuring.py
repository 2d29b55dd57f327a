"""How many lines a text takes on paper, from the widths in the font files: nothing is cut, so it is counted."""

from functools import cache

from fontTools.ttLib import TTFont

from desens.printing.fonts import FACES

#: Thousandths of the type size.
EM = 1_000
REGULAR, BOLD = 400, 700
#: A character of no such face, such as a mark that stands on its letter.
WIDEST = 1_000
#: One point in thousandths of a millimetre (25.4 mm / 72), rounded up.
POINT = 353
#: Digits of equal width and shaped scripts differ a little from the plain widths.
SAFETY_PERCENT = 104


def lines_of(text: str, *, width_mm: int, size_pt_10: int, weight: int = BOLD) -> int:
    """Lines of the text, at least one, in a column of that width at a size in tenths of a point."""
    room = width_mm * 1_000 * 10 * EM // (size_pt_10 * POINT)
    lines, used = 1, 0
    for word in text.split(" "):
        wide = width_of(word, weight)
        if used and used + width_of(" ", weight) + wide > room:
            lines, used = lines + 1, 0
        elif used:
            used += width_of(" ", weight)
        lines += (used + wide - 1) // room if wide > room else 0
        used = (used + wide) % room if wide > room else used + wide
    return lines


def width_of(text: str, weight: int = BOLD) -> int:
    """The width of a text in thousandths of the type size, with a little to spare."""
    widths = _widths(weight)
    return sum(widths.get(character, WIDEST) for character in text) * SAFETY_PERCENT // 100


@cache
def _widths(weight: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for face in FACES:
        if face.weight == weight:
            with TTFont(face.path, lazy=True) as font:
                advances, per_em = font["hmtx"], font["head"].unitsPerEm
                for code, glyph in font.getBestCmap().items():
                    found.setdefault(chr(code), -(-advances[glyph][0] * EM // per_em))
    return found
