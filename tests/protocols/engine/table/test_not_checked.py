"""Which rules cannot be tried for want of figures: each is named, none is passed over in silence."""

import pytest

from protocols.engine.table import RULES, check, read_table
from tests.protocols.engine.table.printing import bag, table


def test_nothing_is_checked_of_steps_alone():
    assert check(read_table(table("step", "1"))).not_checked == RULES


def test_what_is_there_decides_what_is_checked():
    full = table(
        "step solution rate minutes volume_ml dose cumulative_dose", "1 1 10 15 2.5 2.5 2.5", "2 1 10 15 2.5 2.5 5.0",
        target_dose="5", total_minutes="30", solutions=[bag(concentration=1, volume_ml=5, amount=5)],
    )  # fmt: skip
    assert check(read_table(full)).not_checked == ("dilution-source",)
    bare = {key: full[key] for key in ("unit", "columns", "rows")}
    assert check(read_table(bare)).not_checked == (
        "concentration-volume-dose", "bag-amount", "bag-exhausted", "total-dose", "total-time", "dilution-source",
    )  # fmt: skip


def test_a_bag_that_no_row_draws_from_is_not_checked():
    unused = [bag(1, concentration=1), bag(2, concentration=1, volume_ml=10)]
    verdict = check(read_table(table("solution volume_ml", "1 0.5", solutions=unused)))
    assert "bag-exhausted" in verdict.not_checked
    drawn = check(read_table(table("solution volume_ml", "2 0.5", solutions=unused)))
    assert "bag-exhausted" not in drawn.not_checked
    unknown = check(read_table(table("solution dose", "2 0.5", solutions=unused)))
    assert "bag-exhausted" in unknown.not_checked


MADE = [bag(1, concentration=1, source=2), bag(2, concentration=10)]

#: The least that each rule needs: columns, and what is stated.
LEAST = [
    ("rate-unit", "rate minutes volume_ml", {}),
    ("rate-unit", "rate minutes dose", {"solutions": [bag(concentration=1)]}),
    ("rate-unit", "rate volume_ml", {"total_minutes": "2"}),
    ("rate-time-volume", "rate minutes volume_ml", {}),
    ("concentration-volume-dose", "volume_ml dose", {"solutions": [bag(concentration=1)]}),
    ("concentration-volume-dose", "rate minutes dose", {"solutions": [bag(concentration=1)]}),
    ("concentration-volume-dose", "volume_ml dose", {"solutions": [bag(amount=1, volume_ml=1)]}),
    ("cumulative", "dose cumulative_dose", {}),
    ("cumulative-restarts", "dose cumulative_dose", {}),
    ("bag-amount", "", {"solutions": [bag(concentration=1, volume_ml=1, amount=1)]}),
    ("bag-amount", "volume_ml", {"solutions": [bag(concentration=1, volume_ml=2)], "target_dose": "2"}),
    ("bag-exhausted", "volume_ml", {"solutions": [bag(volume_ml=9)]}),
    ("bag-exhausted", "rate minutes", {"solutions": [bag(volume_ml=9)]}),
    ("total-dose", "dose", {"target_dose": "2"}),
    ("total-time", "minutes", {"total_minutes": "2"}),
    ("total-time", "rate volume_ml", {"total_minutes": "2"}),
    ("dilution-source", "", {"solutions": MADE}),
    ("escalation", "minutes dose", {}),
    ("escalation", "dose_per_min", {}),
]


def one_less(columns, stated):
    """Everything of which one column, one stated value or one value of a bag is missing."""
    for column in columns:
        yield [name for name in columns if name != column], stated
    for key in stated:
        yield columns, {name: value for name, value in stated.items() if name != key}
    for place, stated_bag in enumerate(stated.get("solutions", [])):
        for key in set(stated_bag) - {"number"}:
            bags = list(stated["solutions"])
            bags[place] = {name: value for name, value in stated_bag.items() if name != key}
            yield columns, stated | {"solutions": bags}


def not_checked(columns, stated, rows=2):
    """The rules named for a table of ones."""
    columns = columns or ["step"]
    data = table(" ".join(columns), *(" ".join(["1"] * len(columns)) for _ in range(rows)))
    return check(read_table(data | stated)).not_checked


@pytest.mark.parametrize(("rule", "columns", "stated"), LEAST)
def test_a_rule_is_checked_with_the_least_it_needs_and_named_without(rule, columns, stated):
    assert rule not in not_checked(columns.split(), stated)
    for fewer, less in one_less(columns.split(), stated):
        assert rule in not_checked(fewer, less)


@pytest.mark.parametrize(("rule", "columns", "stated"), LEAST)
def test_a_rule_is_checked_whatever_else_is_printed(rule, columns, stated):
    assert rule not in not_checked(["step", *columns.split()], stated)


def test_one_bag_of_known_strength_is_enough_where_no_line_mixes_them():
    bags = [bag(1, concentration=1), bag(2, volume_ml=9)]
    data = table("solution volume_ml dose", "1 1.0 1.0", "2 1.0 1.0", solutions=bags)
    assert "concentration-volume-dose" not in check(read_table(data)).not_checked
    line = {"dead_volume_ml": "5", "primed_with": "diluent"}
    assert "concentration-volume-dose" in check(read_table(data | {"line": line})).not_checked


def test_a_rise_needs_two_rows():
    assert "escalation" in not_checked(["minutes", "dose"], {}, rows=1)
