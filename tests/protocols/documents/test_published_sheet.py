"""The sheet of the published case, read back from its PDF by other programs and compared with the paper's table."""

from decimal import ROUND_HALF_UP, Decimal

import pytest

from desens.numbers.write import number_text
from protocols.documents.nursing_sheet import render
from tests.number_linter import lint
from tests.printing.pdf import pages, reader
from tests.protocols.documents.expected import step_figures
from tests.protocols.documents.reading import outside_their_column, step_rows
from tests.protocols.documents.sheets import published, sheet, template


@pytest.fixture(scope="module")
def pdf():
    return render(sheet())


def rounds_to(figure: str, printed: str) -> bool:
    """Whether the sheet's figure, at the paper's number of decimals, is the paper's; 0.495 there is 0.5 there."""
    return Decimal(figure).quantize(Decimal(printed), ROUND_HALF_UP) == Decimal(printed)


def test_every_figure_of_the_schedule_stands_on_the_sheet_in_order(pdf):
    assert [row.figures for row in step_rows(pdf)] == step_figures(published())


@pytest.mark.parametrize("drug", ["atezolizumab", "bevacizumab"])
def test_the_sheet_says_what_the_paper_printed(drug):
    table = template().printed
    columns = [table.columns.index(f"{drug}_{column}_mg") for column in ("dose", "cumulative")]
    rows = step_rows(render(sheet(schedule=published(drug))))
    assert len(rows) == len(table.rows) == 16
    for row, printed in zip(rows, table.rows, strict=True):
        step, bag, rate, volume, minutes, dose, cumulative = row.figures
        assert [step, bag, rate] == [str(figure) for figure in printed[:3]]
        assert rounds_to(minutes, str(printed[3]))
        assert volume == "TIME IT" if Decimal(printed[4]) < 1 else rounds_to(volume, str(printed[4]))
        assert rounds_to(dose, str(printed[columns[0]]))
        assert rounds_to(cumulative, str(printed[columns[1]]))


def test_a_second_reader_finds_the_same_figures(pdf):
    text = "\n".join(page.extract_text() for page in reader(pdf).pages)
    place = 0
    for step in published().steps:
        for value in (step.rate_ml_h, step.minutes, step.dose, step.cumulative_dose):
            place = text.index(number_text(value), place) + 1


def test_two_sheets_hold_sixteen_steps(pdf):
    assert len(pages(pdf)) == 2


def test_the_last_step_tells_its_minutes_in_hours_too(pdf):
    assert step_rows(pdf)[-1].below == "2 h 54 min"


def test_bags_are_as_prepared(pdf):
    text = " ".join(pages(pdf)[0].split())
    for bag in (
        "1 1.2 mg 0.0048 mg/mL 250 mL",
        "2 12 mg 0.048 mg/mL 250 mL",
        "3 120 mg 0.48 mg/mL 250 mL",
        "4 1 190.5 mg 4.762 mg/mL 250 mL",
    ):
        assert bag in text


def test_the_sum_is_the_target(pdf):
    assert "sum of steps = target = 1 200 mg, residual 0" in pages(pdf)[1]


def test_numbers_and_units_are_written_as_they_must_be(pdf):
    assert lint("\n".join(pages(pdf)), printed=True) == []


def test_no_figure_leaves_its_column(pdf):
    assert outside_their_column(pdf) == []
