"""Every protocol of the library printed at its own published dose and read back: each figure is the schedule's."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from desens.numbers.files import load_file
from protocols.documents.nursing_sheet import render
from protocols.engine import (
    DaysSchedule,
    IntervalSchedule,
    Line,
    Schedule,
    UnfinishedProtocol,
    entry_schedules,
    read_entry,
)
from protocols.oral.calendar import CalendarView
from protocols.oral.together import calendar_together
from protocols.version_document import Component
from tests.number_linter import lint
from tests.printing.cells import rows
from tests.printing.faults import faults
from tests.printing.pdf import pages, poppler
from tests.protocols.documents.expected import dose_rows, nurse_days, patient_days, solution_texts, step_figures
from tests.protocols.documents.label_places import labels
from tests.protocols.documents.papers import calendar_of, dose_sheet_of, labels_of
from tests.protocols.documents.randomly import all_read_as, packed
from tests.protocols.documents.reading import step_rows
from tests.protocols.documents.sheets import sheet, steps_in_bags

FIRST = date(2026, 11, 24)
FILES = sorted(Path("protocols/library").glob("*.yaml"))
ENTRIES = {file.stem: read_entry(load_file(file), slug=file.stem) for file in FILES}
PUBLISHED = {slug: list(entry_schedules(entry)) for slug, entry in ENTRIES.items()}
ONE_LINE = Line(dead_volume_ml=Fraction(10), primed_with="diluent", per_solution=False, end_flush=True)
LINE_A_BAG = Line(dead_volume_ml=Fraction(2), primed_with="diluent")
WITH_SOLUTION = Line(dead_volume_ml=Fraction(20), primed_with="solution")


def printed_as(kind: type) -> list[str]:
    return [slug for slug, of in PUBLISHED.items() if of and isinstance(of[0], kind)]


def assert_faultless(pdf: bytes) -> None:
    assert faults(pdf, margins_mm=(2, 3, 2)) == []
    assert lint("\n".join(pages(pdf)), printed=True) == []


def view(slug: str) -> CalendarView:
    first, *others = PUBLISHED[slug]
    specifications = ENTRIES[slug].specifications[1:]
    beside = [Component(specification=of, schedule=one) for of, one in zip(specifications, others, strict=True)]
    return calendar_together(first, beside, FIRST)


def test_every_protocol_of_the_library_is_printed():
    kinds = [printed_as(kind) for kind in (Schedule, DaysSchedule, IntervalSchedule)]
    unfinished = {slug for slug, entry in ENTRIES.items() if isinstance(entry, UnfinishedProtocol)}
    assert {slug for of in kinds for slug in of} | unfinished == set(ENTRIES)
    assert unfinished == {"imatinib-nanograms"}


@pytest.mark.parametrize("slug", printed_as(Schedule))
def test_its_nursing_sheet_and_labels_say_what_is_computed(slug):
    for schedule in PUBLISHED[slug]:
        pdf = render(sheet(schedule=schedule))
        assert [row.figures for row in step_rows(pdf)] == step_figures(schedule)
        assert_faultless(pdf)
        pdf = labels_of(schedule, "a4-14")
        told = ["".join(one.lines) for one in labels(pdf, "a4-14")]
        assert len(told) == len(schedule.solutions)
        for text, bag in zip(told, schedule.solutions, strict=True):
            assert f"amount{packed(bag.amount, schedule.unit)},in{packed(bag.volume_ml, 'mL')}" in text
            assert packed(bag.concentration, f"{schedule.unit}/mL") in text
        assert_faultless(pdf)


@pytest.mark.parametrize("slug", printed_as(DaysSchedule))
def test_its_sheet_and_calendar_of_days_say_what_is_computed(slug):
    for draw, told in ((dose_sheet_of, nurse_days), (calendar_of, patient_days)):
        pdf, wanted = draw(view(slug)), told(PUBLISHED[slug], FIRST)
        assert all_read_as([row for row in rows(pdf) if row[0].text.removesuffix("andon").isdigit()], wanted) == wanted
        assert_faultless(pdf)


@pytest.mark.parametrize("slug", printed_as(IntervalSchedule))
def test_its_sheet_of_single_doses_says_what_is_computed(slug):
    pdf, wanted = dose_sheet_of(view(slug)), dose_rows(PUBLISHED[slug])
    assert all_read_as([row for row in rows(pdf) if row[0].text.isdigit()], wanted) == wanted
    stated = {cell.text for row in rows(pdf) for cell in row if cell.text.startswith("Solution")}
    assert stated == solution_texts(PUBLISHED[slug])
    assert_faultless(pdf)


@pytest.mark.parametrize("line", [None, ONE_LINE, LINE_A_BAG, WITH_SOLUTION])
@pytest.mark.parametrize("bags", [1, 2, 5])
def test_every_kind_of_infusion_says_what_is_computed(bags, line):
    schedule = steps_in_bags(bags, line=line)
    pdf = render(sheet(schedule=schedule, line=line))
    assert [row.figures for row in step_rows(pdf)] == step_figures(schedule)
    fills = sum(step.line_fill for step in schedule.steps)
    assert " ".join(poppler(pdf, "-raw").split()).count("line fill: no drug reaches the patient yet") == fills
    assert_faultless(pdf)
