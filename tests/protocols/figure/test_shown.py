"""The figure for those who cannot see it: its text and its table."""

from dataclasses import replace
from fractions import Fraction

import pytest

from protocols.engine import Solution, Step, compute
from protocols.figure.shown import figure_view
from tests.protocols.engine.samples import saline_line, specification
from tests.protocols.figure.contents import view_through

PRINTED = "0 0 0 0 0 0 0 0 0 0 0 912.8"


def test_the_table_holds_what_the_line_table_prints():
    steps = view_through(saline_line(20)).steps
    assert [step.delivered.number for step in steps] == PRINTED.split()
    assert [step.nominal.number for step in steps][-1] == "922.7"
    assert (steps[4].begins.number, steps[4].ends.number) == ("60", "75")
    assert steps[-1].delivered_cumulative.number == "912.8"
    assert steps[-1].nominal_cumulative.number == "1\u202f000"


def test_each_bag_says_when_it_arrives_and_where_its_drug_ends():
    first, _, last = view_through(saline_line(20)).bags
    assert (first.hung.number, first.arrives, first.delivered.number) == ("0", None, "0")
    assert (last.hung.number, last.arrives.number) == ("120", "166.9")
    assert [figure.number for figure in (last.amount, last.delivered, last.in_line, last.left)] == [
        "992.1", "912.8", "79.37", "0",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (None, "1\u202f000\xa0mg reach the patient over 339.4\xa0min, each step as it is set at the pump."),
        (
            saline_line(20),
            "1\u202f000\xa0mg are set at the pump over 339.4\xa0min. The first drug reaches the patient after "
            "166.9\xa0min; 912.8\xa0mg reach the patient in all.",
        ),
    ],
)
def test_the_picture_in_words(line, told):
    assert view_through(line).picture.alt == f"Dose rate and cumulative dose against time, on a log scale. {told}"


def test_a_plan_that_never_arrives_says_so():
    bag = Solution(number=1, volume_ml=Fraction(100), concentration=Fraction(1))
    asked = specification(solutions=[bag], steps=[Step(solution=1, rate_ml_h=Fraction(10), minutes=Fraction(60))])
    line = saline_line(10)
    view = figure_view(compute(replace(asked, line=line)), line)
    assert view.picture.alt.endswith("10\xa0mg are set at the pump over 60\xa0min; nothing reaches the patient.")
    assert view.bags[0].arrives is None


def test_a_spare_bag_is_never_hung():
    bags = [Solution(number=n, volume_ml=Fraction(100), concentration=Fraction(1)) for n in (1, 2)]
    asked = specification(solutions=bags, steps=[Step(solution=1, rate_ml_h=Fraction(10), minutes=Fraction(60))])
    assert figure_view(compute(asked), None).bags[1].hung is None


def test_too_many_changes_of_rate_leave_the_table():
    bag = Solution(number=1, volume_ml=Fraction(10_000), concentration=Fraction("0.1234567"))
    steps = [
        Step(solution=1, minutes=Fraction(f"7.{n}1{n * 7919 % 99991}"), volume_ml=Fraction(f"3.{n * 104729 % 999983}"))
        for n in range(1, 200)
    ]
    view = figure_view(compute(specification(solutions=[bag], steps=steps)), None)
    assert view.picture is None
    assert len(view.steps) == 199
