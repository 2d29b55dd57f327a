"""Random sheets printed and read back: no figure differs, none is cut, all are written as they must be."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from desens.numbers.write import number_text
from protocols.documents.fitting import BAG, DOSE, MINUTES, RATE, VOLUME
from protocols.documents.nursing_sheet import render
from protocols.engine import Schedule, ScheduledSolution, ScheduledStep
from tests.number_linter import lint
from tests.printing.faults import faults
from tests.printing.pdf import pages
from tests.protocols.documents.expected import step_figures
from tests.protocols.documents.randomly import SHEETS, UNITS, amounts
from tests.protocols.documents.reading import outside_their_column, step_rows
from tests.protocols.documents.sheets import published, sheet


def strengths():
    """Concentrations that fit the bag's column in the longest unit."""
    return amounts(DOSE).filter(lambda value: len(f"{number_text(value)} million units/mL") <= BAG.small)


@st.composite
def schedules(draw) -> Schedule:
    bags = draw(st.integers(1, 5))
    step = st.builds(
        ScheduledStep,
        number=st.just(0),
        solution=st.integers(1, bags),
        rate_ml_h=amounts(RATE, "0.1", "1200"),
        minutes=amounts(MINUTES, "0.1", "2880"),
        volume_ml=amounts(VOLUME, "0.1", "1000"),
        dose=amounts(DOSE),
        cumulative_dose=amounts(DOSE),
        line_fill=st.booleans(),
    )
    steps = draw(st.lists(step, min_size=1, max_size=24))
    bag = ScheduledSolution(
        number=1,
        volume_ml=draw(amounts(VOLUME)),
        concentration=draw(strengths()),
        amount=draw(amounts(DOSE)),
        infused_ml=Fraction(1),
        discarded_ml=Fraction(1),
        discarded_amount=Fraction(1),
    )
    return replace(
        published(),
        unit=draw(UNITS),
        solutions=tuple(replace(bag, number=n) for n in range(1, bags + 1)),
        steps=tuple(
            replace(one, number=n, solution=solution)
            for n, (one, solution) in enumerate(zip(steps, sorted(s.solution for s in steps), strict=True), start=1)
        ),
    )


@given(schedules())
@SHEETS
def test_a_random_sheet_reads_back_as_it_was_computed(schedule):
    pdf = render(sheet(schedule=schedule))
    assert [row.figures for row in step_rows(pdf)] == step_figures(schedule)
    assert outside_their_column(pdf) == []
    assert faults(pdf) == []
    assert lint("\n".join(pages(pdf)), printed=True) == []
