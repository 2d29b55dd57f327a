"""Every document with the longest it meets: who and which plan on each page, heads repeated, no row parted or cut."""

from collections import Counter
from dataclasses import replace
from datetime import date
from unicodedata import normalize

import pytest

from protocols.documents.nursing_sheet import render
from protocols.engine.preparation import Plan, plan_preparation
from protocols.oral.calendar import calendar_view
from tests.printing.cells import Cell, rows
from tests.printing.faults import faults
from tests.printing.pdf import POINTS_A_MM, fonts, pages
from tests.protocols.documents.expected import dose_rows, nurse_days, patient_days
from tests.protocols.documents.extremes import (
    ALLERGIES,
    LONG_DRUG,
    NAMES,
    TWENTY_STEPS,
    identity,
    many_days,
    many_doses,
)
from tests.protocols.documents.papers import calendar_of, dose_sheet_of, preparation_sheet_of
from tests.protocols.documents.randomly import all_read_as
from tests.protocols.documents.sheets import sheet
from tests.protocols.engine.preparation.samples import product, workshop

FIRST = date(2026, 11, 24)
OURS = {"Inter", "Inter-Bold", "DejaVu-Sans", "DejaVu-Sans-Bold"}
DAYS, DOSES = many_days(), many_doses()


def plan_of_five_bags() -> Plan:
    plan = plan_preparation(TWENTY_STEPS, product(20, vials=(100,)), workshop(volumes_kept=True))
    assert isinstance(plan, Plan)
    return plan


DOCUMENTS = {
    "nursing sheet": lambda **head: render(
        sheet(identity=head["identity"], schedule=replace(TWENTY_STEPS, drug=head["drug"]))
    ),
    "preparation sheet": lambda **head: preparation_sheet_of(TWENTY_STEPS, plan_of_five_bags(), **head),
    "doses": lambda **head: dose_sheet_of(calendar_view(DOSES, FIRST), **head),
    "days": lambda **head: dose_sheet_of(calendar_view(DAYS, FIRST), **head),
    "calendar": lambda **head: calendar_of(calendar_view(DAYS, FIRST), **head),
}
HEADS = {"Step", "Order", "Bag", "Dose", "Day"}
LEFT_EDGE = 8 * POINTS_A_MM + 1


@pytest.fixture(scope="module", params=[(document, name) for document in DOCUMENTS for name in NAMES], ids="-".join)
def drawn(request):
    document, name = request.param
    return document, name, DOCUMENTS[document](identity=identity(name), drug=LONG_DRUG)


def numbered(table: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The rows of the tables of the document's whole width that begin with a number."""
    ordinals = (row for row in table if row[0].text.removesuffix("andon").isdigit())
    return [row for row in ordinals if row[0].edges[1] < LEFT_EDGE]


def packed(text: str) -> str:
    return "".join(normalize("NFKC", text).split())


def test_every_page_says_who_which_plan_and_which_page(drawn):
    _document, name, pdf = drawn
    texts = pages(pdf)
    for number, text in enumerate(texts, start=1):
        told = packed(text)
        assert not Counter(packed(NAMES[name][:60])) - Counter(told)
        for part in ("1962-04-03", "No123456", "v3", "7f3a·91c2", "valid", f"page{number}of{len(texts)}"):
            assert part in told
        head = "".join(cell.text for row in rows(pdf) for cell in row if cell.page == number)
        for chip in ALLERGIES:
            assert packed(chip.substance) in head
        assert packed(LONG_DRUG).casefold() in head.casefold()


def test_every_page_with_rows_repeats_the_heads_of_the_table(drawn):
    table = rows(drawn[2])
    heads = {row[0].page: row[0].edges[0] for row in reversed(table) if row[0].text in HEADS}
    tops = {row[0].page: row[0].edges[0] for row in reversed(numbered(table))}
    assert all(page in heads and heads[page] < top for page, top in tops.items())


def test_nothing_is_cut_or_outside_the_margins(drawn):
    assert faults(drawn[2]) == []


def test_only_our_fonts_are_inside(drawn):
    assert fonts(drawn[2]) <= OURS


@pytest.mark.parametrize(
    ("document", "wanted"),
    [("doses", dose_rows([DOSES])), ("days", nurse_days([DAYS], FIRST)), ("calendar", patient_days([DAYS], FIRST))],
)
def test_every_row_is_there_whole_and_once(document, wanted):
    table = numbered(rows(DOCUMENTS[document](identity=identity("accents"), drug=LONG_DRUG)))
    assert all_read_as(table, wanted) == wanted


@pytest.mark.parametrize("times", [("morning",), ("morning", "evening"), ("morning", "noon", "evening", "night")])
def test_a_fortnight_of_the_calendar_fits_a_page(times):
    table = numbered(rows(calendar_of(calendar_view(many_days(28, times), FIRST))))
    assert [row[0].page for row in table] == [1] * 14 + [2] * 14
