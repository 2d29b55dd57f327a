"""What the rows beside one say of its cells: by their dose per minute, by their sums and by their minutes."""

import pytest

from tests.protocols.engine.table.printing import bag, found, table

RULE = "concentration-volume-dose"


def second_row(before, dose, after, *, strength):
    """Findings where the second row is printed on bag 1 and gives a dose of bag 2; 10 min a row, no sums."""
    rows = [
        f"1 10 {before} {before}",
        f"1 10 {float(dose) / strength} {dose}",
        f"2 10 {float(after) / strength} {after}",
    ]
    bags = [bag(1, concentration=1), bag(2, concentration=strength)]
    return found(table("solution minutes volume_ml dose", *rows, solutions=bags))


@pytest.mark.parametrize(
    ("before", "dose", "after", "strength"),
    [
        ("3.0", "4.0", "5.0", 2),  # of bag 1 it would be 2, less than the 3 before
        ("2.0", "4.0", "7.0", 2),  # of bag 1 it would be 2, and the 7 after more than threefold
        ("3.1", "3.0", "5.0", 2),  # 3.1 and 3.0 may both be 3.05: no fall
        ("1.0", "3.2", "6.0", 2),  # 1.0 may be 1.05, and 3.2 then 3.15: threefold, not more
        ("2.0", "4.0", "6.0", 10),  # the rows before and after keep pace with each other whatever stands between
    ],
)
def test_a_row_is_on_the_bag_with_which_it_keeps_pace(before, dose, after, strength):
    assert second_row(before, dose, after, strength=strength) == [(2, "solution", "1", "2", RULE)]


def test_the_dose_is_blamed_where_it_keeps_pace_on_either_bag():
    assert second_row("2.0", "4.0", "5.0", strength=2) == [(2, "dose", "4.0", "2", RULE)]


def test_a_bag_that_no_row_beside_is_on_is_not_meant():
    bags = [bag(number, concentration=strength) for number, strength in ((1, 1), (2, 2), (3, 4))]
    rows = ["1 10 3.0 3.0", "1 10 2.0 8.0", "2 10 4.5 9.0"]
    data = table("solution minutes volume_ml dose", *rows, solutions=bags, declared=["falling", "slow"])
    assert found(data) == [(2, "dose", "8.0", "2", RULE)]


def test_a_row_whose_bag_is_not_told_is_not_judged_by_another():
    bags = [bag(1, concentration=2), bag(2, concentration=20)]
    data = table("rate minutes volume_ml dose", "10 15 3.5 7.0", solutions=bags)
    assert found(data) == [(1, "volume_ml", "3.5", "2.5", "rate-time-volume")]
    unit = table("rate minutes dose", "60 1 2.0", "60 2 4.0", solutions=bags, rate_unit="mL/min")
    assert found(unit) == []


def test_what_is_drawn_from_the_bag_that_was_meant_is_missing_there():
    rows = ["1 1.0 1.0 1.0", "1 1.0 10.0 11.0", "2 2.0 20.0 31.0"]
    bags = [bag(1, concentration=1, volume_ml=1), bag(2, concentration=10, volume_ml="2.5")]
    data = table("solution volume_ml dose cumulative_dose", *rows, solutions=bags)
    assert found(data) == [(2, "solution", "1", "2", RULE), (3, "volume_ml", "2.0", "1.5", "bag-exhausted")]


ONE = [bag(concentration=1)]
TWO = [bag(1, concentration=1), bag(2, concentration=10)]
SETTINGS = "rate minutes dose cumulative_dose"


@pytest.mark.parametrize(
    ("columns", "rows", "bags", "expected"),
    [
        ("solution minutes volume_ml dose cumulative_dose",
         ["1 15 1.0 1.0 1.0", "1 15 0.2 2.0 4.0", "2 15 0.4 4.0 8.0"], TWO,
         [(2, "solution", "2"), (2, "cumulative_dose", "3"), (3, "cumulative_dose", "7")]),
        ("volume_ml dose cumulative_dose",
         ["1.0 1.0 1.0", "2.0 2.0 4.0", "7.0 3.0 7.0", "4.0 4.0 11.0"], ONE,
         [(3, "volume_ml", "3"), (2, "cumulative_dose", "3"), (3, "cumulative_dose", "6"),
          (4, "cumulative_dose", "10")]),
        (SETTINGS, ["4 15 1.0 1.0", "8 15 2.0 4.0", "12 51 3.0 7.0", "16 15 4.0 11.0"], ONE,
         [(3, "minutes", "15"), (2, "cumulative_dose", "3"), (3, "cumulative_dose", "6"),
          (4, "cumulative_dose", "10")]),
        (SETTINGS, ["4 15 1.0 1.0", "8 15 2.0 4.0", "120 15 3.0 7.0", "16 15 4.0 11.0"], ONE,
         [(3, "rate", "12"), (2, "cumulative_dose", "3"), (3, "cumulative_dose", "6"),
          (4, "cumulative_dose", "10")]),
    ],
    ids=["solution", "volume", "minutes", "rate"],
)  # fmt: skip
def test_a_dose_for_which_another_cell_was_blamed_is_not_blamed_for_the_sums(columns, rows, bags, expected):
    """The sums are one too high from the second row on, so that each row goes on from the wrong one before."""
    findings = found(table(columns, *rows, solutions=bags))
    assert [(row, column, right) for row, column, _, right, _ in findings] == expected


def test_the_dose_goes_before_the_minutes_of_the_other_rows():
    rows = ["20 15 5.0 10.0", "20 51 5.0 34.0", "20 15 5.0 10.0"]
    data = table("rate minutes volume_ml dose", *rows, solutions=[bag(concentration=2)], declared=["falling"])
    assert found(data) == [(2, "volume_ml", "5.0", "17", "rate-time-volume")]


def test_a_dose_that_fits_no_volume_is_named_beside_it():
    columns, bags = "rate minutes volume_ml dose", [bag(concentration=2)]
    rows = ["16 15 4.0 8.0", "10 15 3.5 9.0", "20 15 5.0 10.0"]
    assert found(table(columns, *rows, solutions=bags, declared=["falling"])) == [
        (2, "volume_ml", "3.5", "2.5", "rate-time-volume"), (2, "dose", "9.0", "5", RULE),
    ]  # fmt: skip
    summed = ["20 15 5.0 10.0 10.0", "20 51 5.0 30.0 40.0", "20 15 5.0 10.0 50.0"]
    data = table(f"{columns} cumulative_dose", *summed, solutions=bags, declared=["falling"])
    assert found(data) == [(2, "minutes", "51", "15", "rate-time-volume"), (2, "dose", "30.0", "10", RULE)]


def test_the_usual_minutes_are_those_of_half_the_rows():
    rows = ["10 15 2.5", "20 15 5.0", "30 51 7.5", "40 30 20.0"]
    assert found(table("rate minutes volume_ml", *rows)) == [(3, "minutes", "51", "15", "rate-time-volume")]
    fewer = table("rate minutes volume_ml", *rows, "60 20 20.0")
    assert found(fewer) == [(3, "volume_ml", "7.5", "25.5", "rate-time-volume")]
