"""Random tables: honest rounding is no finding; one misprint is one finding, at its cell."""

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.protocols.engine.samples import drug_line, family, saline_line
from tests.protocols.engine.table.printing import ALL, blamed, cell, found, printed, with_cell

SIZES = st.sampled_from([(1,), (10, 1), (100, 10, 1), (1000, 100, 10, 1), (10000, 1000, 100, 10, 1)])
TARGETS = st.decimals(min_value=5, max_value=2000, places=1).map(str)
EXTRA = ("dose_per_min", "fold_increase")


@st.composite
def tables(draw, *, least=2, columns=ALL):
    """A generic protocol, printed."""
    optional = draw(st.sets(st.sampled_from(EXTRA)))
    specification = family(*draw(SIZES), target=draw(TARGETS))
    return printed(specification, decimals=draw(st.integers(least, 7)), columns=[*columns, *sorted(optional)])


@given(tables(least=1), st.sets(st.sampled_from(["target_dose", "solutions", "total_minutes"])))
def test_honest_rounding_is_no_finding(table, left_out):
    assert found({key: value for key, value in table.items() if key not in left_out}) == []


LINES = st.tuples(st.sampled_from([saline_line, drug_line]), st.booleans(), st.booleans())


@given(SIZES, TARGETS, st.integers(1, 6), LINES)
def test_honest_rounding_through_a_line_is_no_finding(size, target, decimals, line):
    primed, per_solution, end_flush = line
    through = primed(10, per_solution=per_solution, end_flush=end_flush)
    table = printed(family(*size, target=target, line=through), decimals=decimals, declared=["slow", "falling"])
    stated = {"dead_volume_ml": "10", "primed_with": through.primed_with, "per_solution": per_solution}
    rules = {rule for _, _, rule in blamed(table | {"line": stated | {"end_flush": end_flush}})}
    assert rules == set()


@given(tables(least=5), st.data())
def test_one_tenfold_figure_is_one_finding_at_its_cell(table, data):
    row = data.draw(st.integers(1, len(table["rows"])))
    column = data.draw(st.sampled_from([*ALL[2:], *(name for name in EXTRA if name in table["columns"])]))
    right = cell(table, row, column)
    assume(right is not None)
    wrong = Decimal(right) * data.draw(st.sampled_from([Decimal(10), Decimal("0.1")]))
    assert [place[:2] for place in blamed(with_cell(table, row, column, f"{wrong:f}"))] == [(row, column)]


@given(tables(least=5), st.data())
def test_what_was_misprinted_is_expected_as_it_was(table, data):
    row = data.draw(st.integers(1, len(table["rows"])))
    column = data.draw(st.sampled_from(ALL[2:]))
    right = cell(table, row, column)
    [finding] = found(with_cell(table, row, column, f"{Decimal(right) * 3:f}"))
    assert finding[:2] == (row, column)
    assert abs(Decimal(finding[3]) - Decimal(right)) <= Decimal(right) / 1000 + Decimal("0.00002")


@given(tables(least=5), st.data())
def test_a_misstated_strength_is_one_finding_at_its_bag(table, data):
    number = data.draw(st.integers(1, len(table["solutions"])))
    bags = [dict(bag) for bag in table["solutions"]]
    bags[number - 1]["concentration"] = f"{Decimal(bags[number - 1]['concentration']) * 10:f}"
    places = blamed(table | {"solutions": bags})
    assert places == [(f"solution {number}", "concentration", "concentration-volume-dose")]


def test_a_row_booked_on_another_bag():
    table = printed(family(100, 10, 1))
    assert blamed(with_cell(table, 4, "solution", "2")) == [(4, "solution", "concentration-volume-dose")]
