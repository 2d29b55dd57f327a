"""Whether a file is a PNG that can be printed: read here byte by byte, so that no later sheet fails over it.

Source: PNG specification, third edition (W3C 2025), sections 5 (chunks), 9.2 (filters) and 11.2 (header).
"""

import struct
import zlib
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
#: Samples a pixel and the depths allowed, by colour type.
COLOURS = {0: (1, (1, 2, 4, 8, 16)), 2: (3, (8, 16)), 3: (1, (1, 2, 4, 8)), 4: (2, (8, 16)), 6: (4, (8, 16))}
FILTERS = 5


class PngError(ValueError):
    """Not a PNG that prints; `code`: `not_png`, `broken`, `interlaced`, `too_large`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def check_png(content: bytes, *, most_pixels: int) -> None:
    """PngError unless every chunk is whole and the pixels are all there; at most `most_pixels` each way."""
    if not content.startswith(SIGNATURE):
        raise PngError("not_png")
    chunks = list(_chunks(content))
    names = [name for name, _data in chunks]
    if names[:1] != [b"IHDR"] or names[-1:] != [b"IEND"] or len(chunks[0][1]) != 13:
        raise PngError("broken")
    width, height, depth, colour, packing, filtering, interlace = struct.unpack(">IIBBBBB", chunks[0][1])
    samples, depths = COLOURS.get(colour, (0, ()))
    if depth not in depths or packing or filtering or (colour == 3 and b"PLTE" not in names):
        raise PngError("broken")
    if interlace:
        raise PngError("interlaced")
    if not (0 < width <= most_pixels and 0 < height <= most_pixels):
        raise PngError("too_large")
    packed = b"".join(data for name, data in chunks if name == b"IDAT")
    _check_pixels(packed, line_bytes=1 + -(-width * samples * depth // 8), height=height)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(SIGNATURE)
    while place < len(content):
        head = content[place : place + 8]
        if len(head) < 8:
            raise PngError("broken")
        length, name = struct.unpack(">I4s", head)
        data, check = content[place + 8 : place + 8 + length], content[place + 8 + length : place + 12 + length]
        if len(check) < 4 or zlib.crc32(name + data) != struct.unpack(">I", check)[0]:
            raise PngError("broken")
        yield name, data
        place += 12 + length


def _check_pixels(packed: bytes, *, line_bytes: int, height: int) -> None:
    """Unpacked, and no further than a picture of this size needs."""
    unpacking = zlib.decompressobj()
    try:
        lines = unpacking.decompress(packed, line_bytes * height + 1)
    except zlib.error:
        raise PngError("broken") from None
    if len(lines) != line_bytes * height or not unpacking.eof or max(lines[::line_bytes]) >= FILTERS:
        raise PngError("broken")
