"""Doses of days at random, printed for the nurse and for the patient, and read back: no figure differs."""

from datetime import date
from itertools import pairwise

from hypothesis import given

from protocols.oral.calendar import calendar_view
from tests.number_linter import lint
from tests.printing.cells import Cell, rows
from tests.printing.faults import faults
from tests.printing.pdf import pages
from tests.protocols.documents.expected import nurse_days, patient_days
from tests.protocols.documents.papers import calendar_of, dose_sheet_of
from tests.protocols.documents.random_doses import day_schedules
from tests.protocols.documents.randomly import SHEETS, all_read_as

FIRST = date(2026, 11, 24)


def days(pdf: bytes) -> list[tuple[Cell, ...]]:
    return [row for row in rows(pdf) if row[0].text.removesuffix("andon").isdigit()]


@given(day_schedules())
@SHEETS
def test_random_days_of_the_nurse_read_back_as_they_were_computed(schedule):
    pdf = dose_sheet_of(calendar_view(schedule, FIRST))
    wanted = nurse_days([schedule], FIRST)
    assert all_read_as(days(pdf), wanted) == wanted
    assert faults(pdf) == []
    assert lint("\n".join(pages(pdf)), printed=True) == []


@given(day_schedules())
@SHEETS
def test_random_days_of_the_patient_read_back_and_no_page_holds_two_fortnights(schedule):
    pdf = calendar_of(calendar_view(schedule, FIRST))
    wanted = patient_days([schedule], FIRST)
    table = days(pdf)
    assert all_read_as(table, wanted) == wanted
    assert all(one[0].page < other[0].page for one, other in pairwise(table) if other[0].text in ("15", "29"))
    assert faults(pdf) == []
    assert lint("\n".join(pages(pdf)), printed=True) == []
