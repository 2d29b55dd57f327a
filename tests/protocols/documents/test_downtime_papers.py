"""The papers of a day without the computer: who gets what, each row whole, on as many pages as it takes."""

from dataclasses import dataclass
from datetime import date
from itertools import cycle, pairwise

from hypothesis import given
from hypothesis import strategies as st

from patients.selectors import Identity
from protocols.documents.downtime_papers import FORM_ROWS, day_list, hand_form
from tests.number_linter import lint
from tests.printing.cells import rows
from tests.printing.faults import faults
from tests.printing.pdf import POINTS_A_MM, fonts, pages
from tests.printing.ruled import ruled
from tests.protocols.documents.extremes import LONG_DRUG, NAMES, identity
from tests.protocols.documents.papers import AT
from tests.protocols.documents.randomly import SHEETS

DAY = date(2026, 11, 24)
HEADS = ("Patient", "Born", "No", "Drug", "Place", "Version", "Sheet")
OURS = {"Inter", "Inter-Bold", "DejaVu-Sans", "DejaVu-Sans-Bold"}
NOT_IN = "The figure 0.00000000123456 does not fit its column; state the amounts in another unit."


@dataclass(frozen=True, kw_only=True)
class Due:
    patient: Identity
    drug: str
    place: str
    number: int


@dataclass(frozen=True, kw_only=True)
class Line:
    due: Due
    why_not: str


def line(name: str, number: int, why_not: str = "") -> Line:
    return Line(due=Due(patient=identity(name), drug=LONG_DRUG, place="day hospital", number=number), why_not=why_not)


def told(pdf: bytes) -> list[tuple[str, ...]]:
    """The rows of the list, without their first cell: the name may run from right to left."""
    return [tuple(cell.text for cell in row[1:]) for row in rows(pdf) if len(row) == 7 and row[0].text != "Patient"]


def expected(one: Line) -> tuple[str, ...]:
    sheet = "NOTINTHEPACK:" + "".join(one.why_not.split()) if one.why_not else "inthepack"
    return ("1962-04-03", "123456", "".join(LONG_DRUG.split()), "dayhospital", str(one.due.number), sheet)


@given(st.lists(st.builds(line, st.sampled_from(sorted(NAMES)), st.integers(1, 999), st.sampled_from(["", NOT_IN]))))
@SHEETS
def test_a_random_list_reads_back_row_for_row(listed):
    pdf = day_list(DAY, listed, at=AT)
    assert told(pdf) == [expected(one) for one in listed]
    assert faults(pdf) == []
    assert lint("\n".join(pages(pdf)), printed=True) == []


def test_forty_of_a_day_stand_under_the_heads_of_each_page():
    pdf = day_list(DAY, [line(name, n) for n, name in zip(range(1, 41), cycle(NAMES), strict=False)], at=AT)
    table = [row for row in rows(pdf) if len(row) == 7]
    assert len(table) - len({row[0].page for row in table}) == 40
    assert {row[0].page for row in table if tuple(cell.text for cell in row) == HEADS} == {row[0].page for row in table}
    assert faults(pdf) == []
    assert fonts(pdf) <= OURS


def test_the_form_to_fill_by_hand_holds_its_rows_on_one_page():
    pdf = hand_form()
    assert len(pages(pdf)) == 1
    assert faults(pdf) == []
    assert fonts(pdf) <= OURS
    assert "Enteredintotherecordby/when" in "".join(pages(pdf)[0].split())


def test_the_form_has_room_for_handwriting_in_each_row():
    (page,) = ruled(hand_form())
    level = sorted({round(one.top, 1) for one in page.lines if one.top == one.bottom})
    high = [after - before for before, after in pairwise(level) if after - before >= 7 * POINTS_A_MM]
    # the rows, and the row of blanks above them
    assert len(high) == FORM_ROWS + 1
