"""Only a PNG that prints is taken: whole, small enough, every pixel there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens.unit.png import PngError, check_png
from tests.unit.samples import chunk, png

BOMB = png(2_000, 2_000, pixels=b"\0" * 40_000_000)


def refused(content: bytes) -> str:
    with pytest.raises(PngError) as error:
        check_png(content, most_pixels=2_000)
    return error.value.code


@pytest.mark.parametrize("colour", [0, 2, 4, 6])
def test_each_kind_of_colour_is_taken(colour):
    check_png(png(colour=colour), most_pixels=2_000)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not_png"),
        (b"GIF89a", "not_png"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not_png"),
        (png()[:-1], "broken"),
        (png() + b"more", "broken"),
        (png().replace(b"IDAT", b"IDAX"), "broken"),
        (png(pixels=b"\0" * 10), "broken"),
        (png(pixels=b"\x09" * 200), "broken"),
        (png(2_001, 1), "too_large"),
        (png(0, 8), "too_large"),
        (png(interlace=1), "interlaced"),
        (BOMB, "broken"),
        (png()[:8] + chunk(b"IEND", b""), "broken"),
    ],
    ids=range(13),
)
def test_anything_else_is_refused_and_named(content, code):
    assert refused(content) == code


@given(place=st.integers(8, len(png()) - 1), value=st.integers(0, 255))
def test_a_changed_byte_is_found(place, value):
    content = bytearray(png())
    if content[place] != value:
        content[place] = value
        assert refused(bytes(content)) in {"broken", "too_large", "interlaced"}
