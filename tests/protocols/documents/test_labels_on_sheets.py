"""Labels on every sheet and roll with the longest names and drugs: each on its place, with a code of its own."""

import pytest

from protocols.documents.label_sheets import SHEETS
from tests.printing.faults import faults
from tests.printing.pdf import POINTS_A_MM, codes, fonts, photocopied, rendered
from tests.printing.ruled import Rectangle
from tests.protocols.documents.extremes import LONG_DRUG, TWENTY_STEPS, identity
from tests.protocols.documents.label_places import labels, places
from tests.protocols.documents.papers import ADDRESS, labels_of

DPI = 300
OURS = {"Inter", "Inter-Bold", "DejaVu-Sans", "DejaVu-Sans-Bold"}


def cut_out(page, place: Rectangle):
    """The picture of one label."""
    edges = (place.left, place.top, place.right, place.bottom)
    return page.crop(tuple(round(edge * DPI / 72) for edge in edges))


@pytest.mark.parametrize("name", ["accents", "Hebrew", "Arabic", "no blank"])
@pytest.mark.parametrize("key", sorted(SHEETS))
def test_the_longest_names_and_drugs_stay_on_their_labels(key, name):
    pdf = labels_of(TWENTY_STEPS, key, identity=identity(name), drug=LONG_DRUG)
    told = ["".join(one.lines) for one in labels(pdf, key)]
    assert len(told) == 5
    assert all("".join(LONG_DRUG.split()) in text for text in told)
    assert faults(pdf, margins_mm=(2, 3, 2)) == []
    assert fonts(pdf) <= OURS


@pytest.mark.parametrize("key", sorted(SHEETS))
def test_the_code_on_each_label_is_that_of_its_bag(key):
    first = min(2, SHEETS[key].labels)
    pdf = labels_of(TWENTY_STEPS, key, first)
    pictures = [photocopied(page) for page in rendered(pdf, DPI)]
    for number, one in enumerate(labels(pdf, key), start=1):
        assert codes(cut_out(pictures[one.page - 1], places(key)[one.place - 1])) == {f"{ADDRESS}bags/{number}/"}
        assert one.code.right - one.code.left >= 15 * POINTS_A_MM
