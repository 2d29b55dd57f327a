"""Each document as a printer and a copier see it: in grey, copied once, and beside the picture that was approved.

`manage.py shell -c "from tests.protocols.documents import test_by_eye; test_by_eye.draw()"` draws the pictures anew;
look at them before they are committed.
"""

from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.printing.pdf import codes, photocopied, rendered
from tests.protocols.documents.papers import ADDRESS, CASE_SHEET, papers, the_preparation_sheet

PICTURES = Path(__file__).parent / "pictures"
DPI = 50
#: Of a hundred thousand points: hinting may move an edge, nobody may move a column.
MOST_DIFFERENT = 500
NAMES = ("nursing-sheet", "preparation-sheet", "bag-labels", "dose-sheet", "day-sheet", "calendar", "hand-form")
#: Nothing is printed closer to the paper's edge, in mm; label sheets have their own measures.
LEAST_MARGIN_MM = 3.5


@pytest.fixture(scope="module")
def drawn():
    return papers()


def test_every_document_is_here(drawn):
    assert set(drawn) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_it_looks_as_it_was_approved(name, drawn):
    assert different(rendered(drawn[name], DPI)[0], Image.open(PICTURES / f"{name}.png")) <= MOST_DIFFERENT


def test_a_changed_page_does_not(drawn):
    other = rendered(the_preparation_sheet(size="in 16 steps, 4 bags, of which one is not as before"), DPI)[0]
    assert different(other, Image.open(PICTURES / "nursing-sheet.png")) > MOST_DIFFERENT
    taller = rendered(the_preparation_sheet(identity=CASE_SHEET.identity, unit=with_names()), DPI)[0]
    assert different(taller, Image.open(PICTURES / "preparation-sheet.png")) > MOST_DIFFERENT


@pytest.mark.parametrize("name", [name for name in NAMES if name != "hand-form"])
def test_its_codes_are_read_from_a_photocopy_of_every_page(name, drawn):
    for page in rendered(drawn[name], 300):
        found = codes(photocopied(page))
        assert {code.partition("bags/")[0] for code in found} == {ADDRESS}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_lies_outside_the_margins(name, drawn):
    for page in rendered(drawn[name], 100):
        ink = ImageChops.invert(page).getbbox()
        edge = LEAST_MARGIN_MM / 25.4 * 100
        left, top, right, bottom = ink
        assert min(left, top, page.width - right, page.height - bottom) >= edge, (name, ink, page.size)


def different(one, other):
    """How many of a hundred thousand points differ clearly; all of them where the sizes do."""
    if one.size != other.size:
        return 100_000
    apart = ImageChops.difference(one.convert("L"), other.convert("L")).point(lambda grey: 255 if grey > 120 else 0)
    return apart.histogram()[255] * 100_000 // (one.width * one.height)


def with_names():
    return type(CASE_SHEET.unit)(hospital_name="Hospital", unit_name="Allergy")


def draw():
    """Every picture anew, to be looked at and approved."""
    PICTURES.mkdir(exist_ok=True)
    for name, pdf in papers().items():
        rendered(pdf, DPI)[0].save(PICTURES / f"{name}.png", optimize=True)
