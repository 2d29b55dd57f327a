"""Which cell is to blame where a column is missing: each fault that an independent reader found."""

import pytest

from protocols.engine.table import check, corrected, read_table
from tests.protocols.engine.samples import family
from tests.protocols.engine.table.printing import bag, blamed, found, printed, table, with_cell

TWELVE = family(100, 10, 1)
WITHOUT_VOLUME = ["step", "solution", "rate", "minutes", "dose", "cumulative_dose"]


@pytest.mark.parametrize(("column", "wrong"), [("rate", "50"), ("minutes", "150")])
@pytest.mark.parametrize("columns", [WITHOUT_VOLUME, WITHOUT_VOLUME[:-1]])
def test_without_volumes_a_wrong_setting_is_blamed_not_the_dose(column, wrong, columns):
    data = printed(TWELVE, columns=columns)
    assert blamed(with_cell(data, 2, column, wrong)) == [(2, column, "concentration-volume-dose")]


def test_without_volumes_the_unit_of_the_rates_is_still_told():
    data = printed(TWELVE, columns=WITHOUT_VOLUME, rate_unit="mL/min")
    assert found(data) == [(None, "rate", "mL/min", "mL/h", "rate-unit")]
    assert "rate-unit" not in check(read_table(data)).not_checked


def test_without_minutes_the_total_time_tells_the_unit():
    columns = ["step", "solution", "rate", "volume_ml", "dose"]
    assert blamed(printed(TWELVE, columns=columns, rate_unit="mL/min")) == [(None, "rate", "rate-unit")]


def test_a_row_on_another_bag_is_told_by_the_rise_where_no_sum_is_printed():
    columns = ["step", "solution", "rate", "minutes", "volume_ml", "dose"]
    data = printed(TWELVE, columns=columns)
    assert blamed(with_cell(data, 4, "solution", "2")) == [(4, "solution", "concentration-volume-dose")]
    assert blamed(with_cell(data, 4, "dose", "20")) == [(4, "dose", "concentration-volume-dose")]


def test_a_dose_at_the_end_of_a_bag_is_blamed_where_the_next_bag_goes_on():
    data = printed(TWELVE, columns=["step", "solution", "dose", "cumulative_dose"])
    assert blamed(with_cell(data, 4, "dose", "2")) == [(4, "dose", "cumulative")]


def test_in_a_ladder_of_doublings_a_spike_is_blamed_once():
    data = printed(TWELVE, columns=["step", "minutes", "dose"])
    assert blamed(with_cell(data, 2, "dose", "0.5"))[0] == (2, "dose", "escalation")
    assert len([place for place in blamed(with_cell(data, 2, "dose", "0.5")) if place[2] == "escalation"]) == 1


def test_a_flush_of_no_dose_is_no_division_by_zero():
    rows = ["60 5.0 5.0 5.0", "60 20.0 0 5.0"]
    data = table("rate volume_ml dose cumulative_dose", *rows, solutions=[bag(concentration=1)])
    assert blamed(data) == [(2, "dose", "concentration-volume-dose")]
    assert corrected(read_table(data))


def test_a_first_dose_printed_as_nothing_while_the_sum_rises_fills_no_line():
    rows = ["5.0 0 5.0", "5.0 5.0 10.0"]
    data = table("volume_ml dose cumulative_dose", *rows, solutions=[bag(concentration=1)])
    assert blamed(data) == [(1, "dose", "concentration-volume-dose")]


def test_what_fills_the_line_is_not_given():
    rows = ["88 15 22.0 0", "30 30 15.0 60.0", "60 63 63.0 252.0"]
    data = table("rate minutes volume_ml dose", *rows, solutions=[bag(concentration=4, volume_ml=100)])
    assert blamed(data | {"target_dose": "312"}) == []


def test_a_coarse_row_does_not_hide_a_misstated_strength():
    rows = ["2.5 9.9213", "5.0 19.8426", "10 39.6852", "232 921.0"]
    data = table("volume_ml dose", *rows, solutions=[bag(concentration="3.7")], declared=["slow"])
    assert [(place, column) for place, column, _ in blamed(data)] == [("solution 1", "concentration")]


def test_a_bag_of_too_small_a_volume_by_its_rows():
    rows = ["100 400", "150 600"]
    data = table("volume_ml dose", *rows, solutions=[bag(amount=1000, volume_ml=25)])
    assert found(data)[0] == ("solution 1", "volume_ml", "25", "250", "concentration-volume-dose")


def test_a_line_primed_with_the_solution_takes_its_prime_from_the_bag():
    line = {"dead_volume_ml": "22", "primed_with": "solution"}
    data = table("rate minutes", "250 60", solutions=[bag(concentration=1, volume_ml=250)], line=line)
    assert blamed(data) == [(1, "volume_ml", "bag-exhausted")]
    shared = line | {"per_solution": "false"}
    two = table("solution rate minutes", "1 20 60", "2 250 60", line=shared, solutions=[
        bag(1, concentration=1, volume_ml=50), bag(2, concentration=1, volume_ml=250),
    ])  # fmt: skip
    assert blamed(two) == []


def test_what_a_diluent_line_hides_is_named_as_not_checked():
    line = {"dead_volume_ml": "5", "primed_with": "diluent"}
    bags = [bag(1, concentration=1, volume_ml=10), bag(2, volume_ml=10)]
    data = table("solution volume_ml dose", "1 10 99", "2 10 10", solutions=bags, line=line, target_dose="20")
    names = check(read_table(data)).not_checked
    assert {"concentration-volume-dose", "bag-amount"} <= set(names)
