"""A PDF read back by programs that did not write it: poppler for words and places, pypdf for what lies beneath."""

import io
import re
import subprocess
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

import pypdf

POINTS_A_MM = 72 / 25.4
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
_NEW_CELL = 2.5 * POINTS_A_MM
_SMALL_PRINT = 11  # points, of a word's box


@dataclass(frozen=True, kw_only=True)
class Word:
    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row of the step table as it was printed: step, bag, rate, volume, minutes, (note,) dose, cumulative."""

    cells: tuple[str, ...]
    small_print: tuple[str, ...]
    top: float
    bottom: float


def poppler(pdf: bytes, *arguments: str) -> str:
    ran = subprocess.run(["pdftotext", *arguments, "-", "-"], input=pdf, capture_output=True, check=True)
    return ran.stdout.decode()


def pages(pdf: bytes) -> list[str]:
    """The text of each page, in lines as they stand on paper."""
    return poppler(pdf, "-layout").removesuffix("\f").split("\f")


def words(pdf: bytes) -> list[list[Word]]:
    """The words of each page with their boxes, in points."""
    found = []
    for page in poppler(pdf, "-bbox").split("<page ")[1:]:
        found.append([_word(*match.groups()) for match in _WORD.finditer(page)])
    return found


def step_rows(pdf: bytes) -> list[Row]:
    """The rows of the step table: those that begin with a step's number at the left edge."""
    return [row for page in words(pdf) for row in _rows(page)]


def fonts(pdf: bytes) -> set[str]:
    """The names of the fonts inside, without their subset's letters."""
    ran = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=True)
    return {line.split()[0].rpartition("+")[2] for line in ran.stdout.decode().splitlines()[2:]}


def reader(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def page_streams(pdf: bytes) -> list[str]:
    """What each page draws, operator by operator."""
    return [page.get_contents().get_data().decode("latin-1") for page in reader(pdf).pages]


def links(pdf: bytes) -> list[object]:
    return [annotation for page in reader(pdf).pages for annotation in page.get("/Annots", [])]


def _word(left: str, top: str, right: str, bottom: str, text: str) -> Word:
    return Word(text=unescape(text), left=float(left), top=float(top), right=float(right), bottom=float(bottom))


def _rows(page: list[Word]) -> list[Row]:
    ordinals = [word for word in page if word.text.isdigit() and word.right < 18 * POINTS_A_MM]
    return [_row([word for word in page if abs(word.middle - one.middle) < 4.4 * POINTS_A_MM]) for one in ordinals]


def _row(found: list[Word]) -> Row:
    large = sorted((word for word in found if word.bottom - word.top >= _SMALL_PRINT), key=lambda word: word.left)
    cells = [large[0].text]
    for before, word in pairwise(large):
        if word.left - before.right > _NEW_CELL:
            cells.append(word.text)
        else:
            cells[-1] += f" {word.text}"
    small = tuple(word.text for word in found if word.bottom - word.top < _SMALL_PRINT)
    return Row(
        cells=tuple(cells),
        small_print=small,
        top=min(word.top for word in found),
        bottom=max(word.bottom for word in found),
    )
