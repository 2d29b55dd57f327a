"""A PDF read back by programs that did not write it: poppler for words and places, pypdf for what lies beneath."""

import io
import re
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdf
import zxingcpp
from PIL import Image, ImageFilter

POINTS_A_MM = 72 / 25.4
#: A grey lighter than this comes out white when copied.
PAPER = 140
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


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


def rendered(pdf: bytes, dpi: int) -> list[Image.Image]:
    """A picture of each page in grey, as a printer of that resolution lays it on paper."""
    with TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", "-", f"{folder}/page"], input=pdf, check=True)
        return [Image.open(io.BytesIO(file.read_bytes())) for file in sorted(Path(folder).iterdir())]


def photocopied(page: Image.Image) -> Image.Image:
    """A page of 300 dpi, copied once: blurred by an eighth of a millimetre, then black or white."""
    return page.filter(ImageFilter.GaussianBlur(1.5)).point(lambda grey: 255 if grey > PAPER else 0)


def codes(page: Image.Image) -> set[str]:
    """The text of every code on it, as a scanner reads them."""
    return {code.text for code in zxingcpp.read_barcodes(page)}


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
