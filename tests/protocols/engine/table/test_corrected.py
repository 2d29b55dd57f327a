"""The table as it was meant: a specification that gives the printed doses, or None where figures are missing."""

import csv
import io
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desens.numbers.figures import read_figure
from desens.numbers.write import plain_text
from protocols.engine import Line, NothingToCompute, Solution, Specification, Step, compute, to_contract
from protocols.engine.formats import write_schedule
from protocols.engine.table import COLUMNS, corrected, read_table
from tests.protocols.engine.samples import family
from tests.protocols.engine.strategies import specifications
from tests.protocols.engine.table.printing import printed, with_cell

TWELVE = family(100, 10, 1, target="500")


def can_stand_in_a_file(figure):
    """At most 15 significant digits between 1e-12 and 1e12 (contracts.md 0)."""
    try:
        read_figure(figure)
    except ValueError:
        return False
    return True


@given(st.sampled_from(["rate", "minutes", "volume_ml", "dose", "cumulative_dose"]), st.integers(1, 11))
def test_a_misprint_put_right_gives_the_schedule_again(column, row):
    wrong = with_cell(printed(TWELVE), row, column, "77")
    meant, right = compute(corrected(read_table(wrong))), compute(TWELVE)
    for step, other in zip(meant.steps, right.steps, strict=True):
        assert abs(step.dose - other.dose) < Fraction(1, 10**4)
        assert abs(step.minutes - other.minutes) < Fraction(1, 10**3)


@pytest.mark.parametrize(("column", "wrong"), [("rate", "50"), ("minutes", "150")])
def test_a_setting_put_right_where_no_volume_is_printed(column, wrong):
    data = printed(TWELVE, columns=["solution", "rate", "minutes", "dose", "cumulative_dose"])
    meant, right = compute(corrected(read_table(with_cell(data, 2, column, wrong)))), compute(TWELVE)
    assert abs(meant.steps[1].rate_ml_h - right.steps[1].rate_ml_h) < Fraction(1, 10**3)
    assert abs(meant.steps[1].minutes - right.steps[1].minutes) < Fraction(1, 10**3)


@pytest.mark.parametrize("left_out", ["rate", "minutes", "volume_ml", "solution"])
def test_two_of_rate_time_and_volume_are_enough_and_the_bag_must_be_known(left_out):
    columns = [name for name in ("solution", "rate", "minutes", "volume_ml", "dose") if name != left_out]
    meant = corrected(read_table(printed(TWELVE, columns=columns)))
    if left_out == "solution":
        assert meant is None
    else:
        assert abs(compute(meant).total_dose - 500) < Fraction(1, 1000)


BAGS = [
    {"number": "1", "volume_ml": "100", "concentration": "1"},
    {"number": "2", "volume_ml": "10", "concentration": "10"},
    {"number": "3", "volume_ml": "50", "amount": "500"},
]


def test_the_whole_specification():
    rows = ["1 60 5 5 5", "1 2.5 15 0.625 0.625", "2 60 10 10 100", "3 40 30 20 200"]
    meant = corrected(
        read_table(
            {
                "drug": "example",
                "unit": "mcg",
                "target_dose": "305.6",
                "columns": ["solution", "rate", "minutes", "volume_ml", "dose"],
                "rows": [row.split() for row in rows],
                "solutions": BAGS,
                "declared": ["falling", "slow"],
                "line": {"dead_volume_ml": "0", "primed_with": "solution"},
            }
        )
    )
    assert meant == Specification(
        drug="example",
        route="intravenous",
        target_dose=Fraction("305.6"),
        unit="mcg",
        declared=frozenset({"falling", "slow"}),
        solutions=(
            Solution(number=1, volume_ml=Fraction(100), concentration=Fraction(1)),
            Solution(number=2, volume_ml=Fraction(10), concentration=Fraction(10)),
            Solution(number=3, volume_ml=Fraction(50), concentration=Fraction(10)),
        ),
        steps=(
            Step(solution=1, rate_ml_h=Fraction(60), minutes=Fraction(5)),
            Step(solution=1, minutes=Fraction(15), volume_ml=Fraction("0.625")),
            Step(solution=2, rate_ml_h=Fraction(60), volume_ml="rest"),
            Step(solution=3, rate_ml_h=Fraction(40), minutes=Fraction(30)),
        ),
        line=Line(dead_volume_ml=Fraction(0), primed_with="solution"),
    )


def test_of_bags_that_are_used_up_only_the_last_carries_the_remainder():
    rows = [["1", "60", "100.0", "100.0"], ["2", "60", "10.0", "100.0"]]
    data = {"unit": "mg", "columns": ["solution", "rate", "volume_ml", "dose"], "rows": rows}
    meant = corrected(read_table(data | {"target_dose": "220", "solutions": BAGS[:2]}))
    assert [bag.amount for bag in meant.solutions] == [None, "remainder"]
    assert [bag.concentration for bag in meant.solutions] == [1, None]
    assert [step.volume_ml for step in meant.steps] == ["rest", "rest"]


@pytest.mark.parametrize(("figure", "wrong"), [("concentration", "0.2"), ("volume_ml", "1"), ("amount", "30")])
def test_a_bag_is_put_right(figure, wrong):
    data = {
        "unit": "mg",
        "columns": ["minutes", "volume_ml", "dose"],
        "rows": [["5", "1.0", "2.0"], ["5", "2.0", "4.0"]],
    }
    stated = {"number": "1", "volume_ml": "10", "concentration": "2", "amount": "20"}
    [meant] = corrected(read_table(data | {"solutions": [stated | {figure: wrong}]})).solutions
    assert meant == Solution(number=1, volume_ml=Fraction(10), concentration=Fraction(2))


@pytest.mark.parametrize(
    "stated", [{"concentration": "1"}, {"amount": "10", "volume_ml": "10"}, {"amount": "40", "volume_ml": "40"}]
)
def test_a_bag_is_as_strong_as_its_rows_say(stated):
    data = {"unit": "mg", "columns": ["rate", "minutes", "dose"], "rows": [["60", "1", "2.0"], ["60", "2", "4.0"]]}
    meant = corrected(read_table(data | {"solutions": [{"number": "1"} | stated]}))
    assert meant.solutions[0].concentration == 2
    assert [step.dose for step in compute(meant).steps] == [2, 4]


def test_a_row_of_a_bag_that_is_not_stated():
    data = {"unit": "mg", "columns": ["rate", "minutes", "dose"], "rows": [["1", "1", "1"]]}
    assert corrected(read_table(data | {"solutions": BAGS[:2]})) is None
    numbered = {"unit": "mg", "columns": ["solution", "rate", "minutes", "dose"], "rows": [["1", "1", "1", "1"]]}
    assert corrected(read_table(numbered)) is None


def test_the_target_is_the_sum_and_the_bag_what_is_drawn_where_they_are_not_stated():
    rows = [["60", "5", "5"], ["60", "10", "10"]]
    data = {"unit": "mg", "columns": ["rate", "minutes", "dose"], "rows": rows}
    meant = corrected(read_table(data | {"solutions": [{"number": "1", "concentration": "1"}]}))
    assert (meant.drug, meant.target_dose, meant.solutions[0].volume_ml) == ("unnamed drug", 15, 15)
    assert [(step.rate_ml_h, step.minutes) for step in meant.steps] == [(60, 5), (60, 10)]


def test_a_first_step_of_no_dose_becomes_the_line_it_fills():
    rows = [["88", "15", "22.0", "0"], ["10", "15", "2.5", "2.5"]]
    data = {"unit": "mg", "columns": ["rate", "minutes", "volume_ml", "dose"], "rows": rows}
    meant = corrected(read_table(data | {"solutions": [{"number": "1", "concentration": "1", "volume_ml": "50"}]}))
    assert meant.line == Line(dead_volume_ml=Fraction(22), primed_with="diluent")
    assert [step.dose for step in compute(meant).steps] == [0, Fraction("2.5")]


@pytest.mark.parametrize(
    ("columns", "bag"),
    [
        (["volume_ml", "dose"], {"number": "1", "concentration": "1"}),
        (["rate", "dose"], {"number": "1", "concentration": "1"}),
        (["rate", "minutes"], {"number": "1", "volume_ml": "1"}),
        (["rate", "minutes"], {"number": "1", "concentration": "1"}),
    ],
)
def test_what_does_not_make_a_schedule(columns, bag):
    data = {"unit": "mg", "columns": columns, "rows": [["1"] * len(columns)], "solutions": [bag]}
    assert corrected(read_table(data)) is None


@given(specifications(lines=st.none()))
def test_a_printed_schedule_read_back_is_the_same_schedule(specification):
    try:
        schedule = compute(specification)
    except NothingToCompute:
        return
    written = list(csv.reader(io.StringIO(write_schedule(schedule, "csv"))))
    heads = {"number": "step", "rate_ml_h": "rate"} | {name: name for name in COLUMNS}
    places = [place for place, name in enumerate(written[0]) if name in heads]
    table = {
        "drug": schedule.drug,
        "unit": schedule.unit,
        "target_dose": plain_text(schedule.total_dose),
        "columns": [heads[written[0][place]] for place in places],
        "rows": [[row[place] for place in places] for row in written[1:]],
        "solutions": [
            {name: str(bag[name]) for name in ("number", "volume_ml", "concentration")}
            for bag in to_contract(schedule)["solutions"]
        ],
        "declared": ["slow", "falling"],
    }
    figures = [cell for row in table["rows"] for cell in row] + [bag["concentration"] for bag in table["solutions"]]
    assume(all(can_stand_in_a_file(figure) for figure in figures if figure))
    again = compute(corrected(read_table(table)))
    for step, same in zip(schedule.steps, again.steps, strict=True):
        for figure in ("rate_ml_h", "minutes", "volume_ml", "dose", "cumulative_dose"):
            given, back = getattr(step, figure), getattr(same, figure)
            assert abs(given - back) <= given / 10**9
