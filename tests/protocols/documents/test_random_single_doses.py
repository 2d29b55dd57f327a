"""Single doses at random, printed and read back: no figure differs, none is broken or cut."""

from datetime import date

from hypothesis import given

from protocols.oral.calendar import calendar_view
from tests.number_linter import lint
from tests.printing.cells import rows
from tests.printing.faults import faults
from tests.printing.pdf import pages
from tests.protocols.documents.expected import dose_rows, solution_texts
from tests.protocols.documents.papers import dose_sheet_of
from tests.protocols.documents.random_doses import interval_schedules
from tests.protocols.documents.randomly import SHEETS, all_read_as


@given(interval_schedules())
@SHEETS
def test_random_doses_read_back_as_they_were_computed(schedule):
    pdf = dose_sheet_of(calendar_view(schedule, date(2026, 11, 24)))
    wanted = dose_rows([schedule])
    assert all_read_as([row for row in rows(pdf) if row[0].text.isdigit()], wanted) == wanted
    stated = {cell.text for row in rows(pdf) for cell in row if cell.text.startswith("Solution")}
    assert stated == solution_texts([schedule])
    assert faults(pdf) == []
    assert lint("\n".join(pages(pdf)), printed=True) == []
