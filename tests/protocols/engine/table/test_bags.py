"""What bags hold, what is drawn from them and how strong they are: at the edge and just beyond."""

import pytest

from tests.protocols.engine.table.printing import bag, found, table

STRENGTH = "concentration-volume-dose"


def faults(data):
    """Row or bag, column and expected figure of each finding."""
    return [(place, column, expected) for place, column, _, expected, _ in found(data)]


# what is drawn


def test_only_the_first_bag_fills_a_line_that_is_shared():
    line = {"dead_volume_ml": "22", "primed_with": "solution", "per_solution": "false"}
    bags = [bag(1, concentration=1, volume_ml=50), bag(2, concentration=1, volume_ml=60)]
    data = table("solution rate minutes", "1 60 28", "2 60 60", solutions=bags, line=line)
    assert faults(data) == []
    over = table("solution rate minutes", "1 60 29", "2 60 60", solutions=bags, line=line)
    assert faults(over) == [(1, "volume_ml", "28")]
    own = line | {"per_solution": "true"}
    assert faults(data | {"line": own}) == [(2, "volume_ml", "38")]


def test_each_bag_that_runs_dry_is_named_though_its_rows_are_mixed():
    bags = [bag(1, volume_ml=10), bag(2, volume_ml=10)]
    rows = ["1 6.0", "2 6.0", "1 6.0", "2 6.0"]
    assert faults(table("solution volume_ml", *rows, solutions=bags)) == [(3, "volume_ml", "4"), (4, "volume_ml", "4")]


def test_a_dilution_may_be_as_strong_as_its_source_within_a_thousandth():
    bags = [bag(1, concentration="10.01", source=2), bag(2, concentration=10)]
    data = table("solution volume_ml", "1 1.0")
    assert faults(data | {"solutions": bags}) == []
    stronger = [bags[0] | {"concentration": "10.011"}, bags[1]]
    assert faults(data | {"solutions": stronger}) == [("solution 1", "concentration", "10")]


def test_two_dilutions_share_what_their_source_has():
    source = bag(3, concentration=10, volume_ml=10)
    bags = [bag(1, concentration=1, volume_ml=50, source=3), bag(2, concentration=1, volume_ml=50, source=3), source]
    data = table("solution volume_ml", "1 1.0")
    assert faults(data | {"solutions": bags}) == []
    more = [bags[0], bags[1] | {"volume_ml": "51"}, source]
    assert found(data | {"solutions": more}) == [("solution 2", "volume_ml", "10.1", "10", "dilution-source")]


# what is stated


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        ((2, 3), [("solution 1", "amount", "10")]),  # the 5 mL stated are enough
        ((2, 4), [("solution 1", "volume_ml", "10")]),
        ((4, 6), [("solution 1", "volume_ml", "10")]),  # 20 at 2 each are 10 mL, all of them drawn
        ((5, 6), [("solution 1", "amount", "10"), (2, "volume_ml", "0")]),
    ],
)
def test_the_volume_is_blamed_where_more_is_drawn_and_what_is_stated_besides_would_do(minutes, expected):
    stated = bag(concentration=2, amount=20, volume_ml=5)
    rows = [f"60 {each} {2 * each}.0" for each in minutes]
    assert faults(table("rate minutes dose", *rows, solutions=[stated])) == expected


def test_a_bag_is_shown_as_it_is_stated_though_it_was_put_right():
    stated = bag(concentration="0.2", volume_ml=10, amount=20)
    data = table("volume_ml dose", "5.0 10.0", "5.0 10.0", solutions=[stated], target_dose="20.1")
    assert found(data)[:2] == [
        ("solution 1", "concentration", "0.2", "2", "bag-amount"),
        ("solution 1", "concentration", "0.2", "2.01", "bag-amount"),
    ]


# how strong they are by their rows


def test_a_bag_of_which_nothing_is_stated_hides_no_other():
    data = table("solution volume_ml dose", "2 1.0 2.0", solutions=[bag(1), bag(2, concentration=1)])
    assert faults(data) == [(1, "dose", "1")]


@pytest.mark.parametrize(
    ("dose", "expected"),
    [("1.6", [("solution 1", "concentration", "1.55")]), ("1.7", [(1, "dose", "1"), (2, "rate", "102")])],
)
def test_rows_agree_on_a_strength_to_the_last_printed_digit(dose, expected):
    """1 mL each: 1.5 is at most 1.55, 1.6 at least that."""
    assert faults(table("rate minutes dose", "60 1 1.5", f"60 1 {dose}", solutions=[bag(concentration=1)])) == expected


@pytest.mark.parametrize(
    ("rows", "amount", "expected"),
    [
        (2, "20", ("amount", "20", "10")),  # 2 mL are stated and 2 drawn
        (3, "15", ("volume_ml", "2", "3")),  # 15 at 5 each are 3 mL, all of them drawn
        (3, "14", ("amount", "14", "10")),
    ],
)
def test_of_a_bag_whose_rows_say_another_strength_the_volume_is_blamed_where_it_must_be(rows, amount, expected):
    """1 mL and 5 mg a row."""
    data = table("rate minutes dose", *["60 1 5.0"] * rows, solutions=[bag(amount=amount, volume_ml=2)])
    assert found(data)[0] == ("solution 1", *expected, STRENGTH)
