"""The code on paper (safety.md H7)."""

import re

import segno

from protocols.documents.qr import qr_svg

ADDRESS = "https://desens.hospital.example/protocols/k7m2q9xw4t/3/"


def modules(svg: str) -> set[tuple[int, int]]:
    """The dark squares of the drawing, (row, column), its border of two left out."""
    (path,) = re.findall(r' d="([^"]+)"', svg)
    x, y, dark = 0, 0.0, set()
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", path):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if command == "M":
            x, y = int(values[0]), values[1]
        elif command == "m":
            x, y = x + int(values[0]), y + values[1]
        else:
            dark |= {(int(y - 0.5) - 2, column - 2) for column in range(x, x + int(values[0]))}
            x += int(values[0])
    return dark


def test_every_square_of_the_code_is_drawn():
    matrix = segno.make(ADDRESS, error="m", micro=False).matrix
    expected = {(row, column) for row, line in enumerate(matrix) for column, dark in enumerate(line) if dark}
    assert modules(qr_svg(ADDRESS)) == expected


def test_it_is_one_black_path_without_text():
    svg = qr_svg(f"{ADDRESS}?<script>&amp;")
    assert re.findall(r"<(\w+)", svg) == ["svg", "path"]
    assert 'stroke="#000"' in svg
