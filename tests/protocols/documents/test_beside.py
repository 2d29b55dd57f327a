"""Glucagon and premedication on the sheet: printed as they were ordered, and only then."""

from fractions import Fraction

from desens.numbers.quantity import Quantity
from protocols.documents.nursing_sheet import render
from protocols.documents.sheet_setup import premedication_lines
from protocols.rules.glucagon import glucagon
from protocols.rules.premedication_row import PremedicationRow
from tests.printing.pdf import pages, poppler
from tests.protocols.documents.sheets import sheet, steps_in_bags

ORDER = glucagon("mcg-min", because="bisoprolol")
WORDS = "glucagon 1 to 5 mg IV over 5 min, then 5 to 15 mcg/min"


def printed(**changes: object) -> str:
    """The text of the sheet's drawing order, blanks made one."""
    return " ".join(poppler(render(sheet(**changes)), "-raw").split())


def test_glucagon_stands_in_the_emergency_box_of_every_page_where_it_is_ordered():
    pdf = render(sheet(glucagon=ORDER))
    assert " ".join(poppler(pdf, "-raw").split()).count("Beta-blocker: " + WORDS) == len(pages(pdf))
    assert "glucagon" not in printed()


def test_it_takes_no_page_more_with_most_steps():
    schedule = steps_in_bags(4)
    with_it, without = (len(pages(render(sheet(schedule=schedule, glucagon=order)))) for order in (ORDER, None))
    assert with_it == without


def test_a_moment_in_words_stands_where_no_minutes_do():
    row = PremedicationRow(
        drug="montelukast",
        dose=Fraction(10),
        unit="mg",
        route="PO",
        minutes_before=None,
        moment="daily for 3 days before",
        reason="respiratory",
    )
    line = premedication_lines((row,))[0]
    assert line.due.replace("\u00a0", " ") == "daily for 3 days before"
    sheet_text = printed(premedication=(row,))
    assert "daily for 3 days before" in sheet_text
    assert "montelukast respiratory" in sheet_text


def test_what_lies_ready_and_how_long_is_observed_are_printed_where_they_are_ordered():
    ordered = printed(ready=("salbutamol 2.5 mg", "diphenhydramine 50 mg"), observation=Quantity.of(2, "h"))
    assert "Ready at the bedside: salbutamol 2.5 mg; diphenhydramine 50 mg" in ordered
    assert "Observation 2 h after the last step, until" in ordered
    assert "Ready at the bedside" not in printed()
