"""Each rule at its edge and just beyond, and the cell it blames."""

import pytest

from tests.protocols.engine.table.printing import bag, found, table


def places(data):
    """Row or bag, column and expected figure of each finding."""
    return [(place, column, expected) for place, column, _, expected, _ in found(data)]


# rate-time-volume


def test_the_volume_is_blamed_where_the_dose_fits_rate_and_time():
    data = table("rate minutes volume_ml dose", "10 15 3.5 5", solutions=[bag(concentration=2)])
    assert places(data) == [(1, "volume_ml", "2.5")]


def test_the_rate_is_blamed_where_the_dose_fits_the_volume():
    data = table("rate minutes volume_ml dose", "10 15 3.5 7.0", solutions=[bag(concentration=2)])
    assert places(data) == [(1, "rate", "14")]


def test_the_minutes_are_blamed_where_the_total_time_says_so():
    rows = ["10 15 2.5 5.0", "20 51 5.0 10.0"]
    data = table("rate minutes volume_ml dose", *rows, solutions=[bag(concentration=2)], total_minutes="30")
    assert places(data) == [(2, "minutes", "15")]
    assert places(data | {"total_minutes": "66"})[0] == (2, "rate", "5.88235294118")


def test_the_minutes_are_blamed_where_the_other_rows_say_so():
    rows = ["10 15 2.5", "20 51 5.0", "30 15 7.5"]
    assert places(table("rate minutes volume_ml", *rows)) == [(2, "minutes", "15")]


def test_the_volume_is_blamed_where_nothing_decides():
    assert places(table("rate minutes volume_ml", "10 15 3.5")) == [(1, "volume_ml", "2.5")]


def test_a_volume_is_right_to_its_last_printed_digit():
    assert places(table("rate minutes volume_ml", "10 15 2.45")) == [(1, "volume_ml", "2.5")]
    assert places(table("rate minutes volume_ml", "9.95 15 2.5")) == []
    assert places(table("rate minutes volume_ml", "10 15 2.6")) == [(1, "volume_ml", "2.5")]


def test_a_setting_printed_with_decimals_is_rounded_too():
    assert places(table("rate minutes volume_ml", "10.0 15 2.51")) == []
    assert places(table("rate minutes volume_ml", "10 15 2.51")) == [(1, "volume_ml", "2.5")]


def test_rates_in_ml_per_minute_stay_so():
    data = table("rate minutes volume_ml", "0.5 10 5.0", "1 10 10.0", "2 10 30.0", rate_unit="mL/min")
    assert places(data) == [(3, "volume_ml", "20")]
    assert [place[:2] for place in places(data | {"rate_unit": "mL/h"})] == [(None, "rate"), (3, "volume_ml")]
    doses = table("rate minutes volume_ml dose", "0.5 10 5.0 5.0", "1 10 15.0 15.0", "2 10 20.0 20.0")
    assert places(doses | {"rate_unit": "mL/min", "solutions": [bag(concentration=1)]}) == [(2, "rate", "1.5")]


def test_minutes_unlike_the_others_that_do_not_explain_it_are_not_blamed():
    assert places(table("rate minutes volume_ml", "10 15 2.5", "20 51 5.2", "30 15 7.5")) == [(2, "volume_ml", "17")]


# concentration-volume-dose


def test_a_dose_of_another_bag_where_the_sums_bear_it_out():
    rows = ["1 1.0 1.0 1.0", "1 1.0 1.0 2.0", "1 1.0 10.0 12.0", "2 2.0 20.0 32.0"]
    columns = "solution volume_ml dose cumulative_dose"
    data = table(columns, *rows, solutions=[bag(1, concentration=1), bag(2, concentration=10)], declared=["slow"])
    assert places(data) == [(3, "solution", "2")]
    bags = [bag(1, concentration=1, volume_ml=2), bag(2, concentration=10, volume_ml=3)]
    assert places(data | {"solutions": bags}) == [(3, "solution", "2")]  # it is drawn from bag 2, too


def test_a_volume_where_the_sums_bear_the_dose_out():
    columns, bags = "volume_ml dose cumulative_dose", [bag(concentration=1)]
    data = table(columns, "1.0 1.0 1.0", "1.0 2.0 3.0", solutions=bags)
    assert places(data) == [(2, "volume_ml", "2")]
    assert places(data | {"line": {"dead_volume_ml": "5", "primed_with": "solution"}}) == [(2, "volume_ml", "2")]
    for setting in ("rate 60", "minutes 1"):
        head, cell = setting.split()
        alone = table(f"{head} {columns}", f"{cell} 1.0 1.0 1.0", f"{cell} 1.0 2.0 3.0", solutions=bags)
        assert places(alone) == [(2, "volume_ml", "2")]
    held = {"volume_ml": "2.5", "concentration": "1", "number": "1"}
    dry = table(columns, "1.0 1.0 1.0", "1.0 2.0 3.0", solutions=[held])
    assert [rule for *_, rule in found(dry)] == ["concentration-volume-dose", "bag-exhausted"]
    both = table(f"rate minutes {columns}", "60 1 1.0 1.0 1.0", "60 1 1.0 2.0 3.0", solutions=bags)
    assert found(both) == [(2, "dose", "2.0", "1", "concentration-volume-dose")]


def test_a_sum_that_starts_again_bears_the_first_dose_of_a_bag_out_and_no_other():
    columns, bags = "solution volume_ml dose cumulative_dose", [bag(1, concentration=1), bag(2, concentration=1)]
    first = table(columns, "1 5.0 5.0 5.0", "2 1.0 2.0 2.0", solutions=bags, declared=["falling"])
    assert (2, "volume_ml", "2") in places(first)
    later = table(columns, "1 5.0 5.0 5.0", "1 1.0 2.0 2.0", solutions=bags, declared=["falling"])
    assert (2, "dose", "1") in places(later)


def test_a_first_step_of_no_dose_fills_the_line():
    rows = ["1 22.0 0", "1 10.0 10.0"]
    data = table("solution volume_ml dose", *rows, solutions=[bag(concentration=1)])
    assert places(data) == []
    assert places(table("solution volume_ml dose", *rows[::-1], solutions=[bag(concentration=1)])) == [
        (2, "dose", "22")
    ]


def test_one_row_alone_does_not_restate_its_bag():
    data = table("solution volume_ml dose", "1 2.0 4.0", solutions=[bag(concentration=1)])
    assert places(data) == [(1, "dose", "2")]


def test_rows_that_agree_restate_their_bag():
    rows = ["1 2.0 4.0", "1 4.0 8.0"]
    by_amount = table("solution volume_ml dose", *rows, solutions=[bag(amount=10, volume_ml=10)])
    assert found(by_amount) == [("solution 1", "amount", "10", "20", "concentration-volume-dose")]
    both = table("solution volume_ml dose", *rows, solutions=[bag(concentration=1, volume_ml=10)])
    assert found(both) == [("solution 1", "concentration", "1", "2", "concentration-volume-dose")]
    closest = table("solution volume_ml dose", "1 2.00 4.01", "1 4.0 8.0", solutions=[bag(concentration=1)])
    assert places(closest) == [("solution 1", "concentration", "2.005")]
    assert places(table("solution volume_ml dose", *rows, "1 1.0 9.0", solutions=[bag(concentration=1)])) == [
        (1, "dose", "2"), (2, "dose", "4"), (3, "dose", "1"),
    ]  # fmt: skip


def test_through_a_line_the_dose_is_what_leaves_it():
    line = {"dead_volume_ml": "5", "primed_with": "diluent"}
    rows = ["60 5 0", "60 2 2.0", "60 3 9.0"]
    data = table("rate minutes dose", *rows, solutions=[bag(concentration=1)], line=line, declared=["slow"])
    assert places(data) == [(3, "dose", "3")]
    assert places(data | {"solutions": [bag()]}) == []
    assert places(table("rate dose", "60 5", solutions=[bag(concentration=1)], line=line)) == []
    without = table("rate minutes", "60 5", solutions=[bag(concentration=1)], line=line)
    assert places(without) == []


def test_through_a_line_volumes_are_known_to_their_rounding():
    line = {"dead_volume_ml": "5", "primed_with": "diluent"}
    stated = {"solutions": [bag(concentration=2)], "line": line, "declared": ["slow"]}
    at = table("volume_ml dose", "5.0 0.000", "2.0 4.200", "1.0 1.700", **stated)
    assert places(at) == []  # 0.05 mL a row, at 2 mg/mL
    assert places(table("volume_ml dose", "5.0 0.000", "2.0 4.202", **stated)) == [(2, "dose", "4")]
    third = table("volume_ml dose", "5.0 0.000", "2.0 4.000", "1.0 1.698", **stated)
    assert found(third) == [(3, "dose", "1.698", "2", "concentration-volume-dose")]


def test_what_a_line_delivers_is_what_the_sums_run_on():
    line = {"dead_volume_ml": "5", "primed_with": "diluent"}
    rows = ["60 5 0.00 0.00", "60 2 9.00 2.00", "60 3 3.00 5.00", "60 3 3.00 7.00"]
    data = table("rate minutes dose cumulative_dose", *rows, solutions=[bag(concentration=1)], line=line)
    assert places(data) == [(2, "dose", "2"), (4, "cumulative_dose", "8")]


def test_through_a_line_the_dose_that_leaves_it_is_not_blamed_for_the_sums():
    line = {"dead_volume_ml": "5", "primed_with": "diluent"}
    rows = ["60 5 0.00 0.00", "60 2 2.00 2.00", "60 3 3.00 6.00", "60 3 3.00 9.00"]
    data = table("rate minutes dose cumulative_dose", *rows, solutions=[bag(concentration=1)], line=line)
    assert places(data) == [(3, "cumulative_dose", "5"), (4, "cumulative_dose", "8")]


def test_an_end_flush_counts_towards_the_target():
    line = {"dead_volume_ml": "5", "primed_with": "diluent", "end_flush": "true"}
    data = table("rate minutes dose", "60 5 0", "60 5 5.0", solutions=[bag(concentration=1)], line=line)
    assert places(data | {"target_dose": "10"}) == []
    kept = line | {"end_flush": "false"}
    assert found(data | {"target_dose": "10", "line": kept}) == [(None, "dose", "5", "10", "total-dose")]
    assert found(data | {"target_dose": "11"}) == [(None, "dose", "10", "11", "total-dose")]


# cumulative


def test_a_dose_that_nothing_confirms_is_blamed_where_the_sums_go_on():
    rows = ["1.0 1.0", "5.0 3.0", "4.0 7.0", "8.0 15.0"]
    assert places(table("dose cumulative_dose", *rows)) == [(2, "dose", "2")]


@pytest.mark.parametrize(("dose", "found_at_it"), [("2.0", []), ("9.0", [(2, "dose", "2")])])
def test_a_dose_that_concentration_and_volume_decide_is_not_blamed_for_the_sums(dose, found_at_it):
    rows = ["1.0 1.0 1.0", f"2.0 {dose} 4.0", "3.0 3.0 7.0"]
    data = table("volume_ml dose cumulative_dose", *rows, solutions=[bag(concentration=1)])
    assert places(data) == [*found_at_it, (2, "cumulative_dose", "3"), (3, "cumulative_dose", "6")]


def test_a_small_dose_is_blamed_too():
    assert places(table("dose cumulative_dose", "0.10 0.10", "5.00 0.30", "0.40 0.70")) == [(2, "dose", "0.2")]


def test_the_sum_is_blamed_where_the_next_goes_on_from_either():
    assert found(table("dose cumulative_dose", "1 1", "2 5", "3 8")) == [(2, "cumulative_dose", "5", "3", "cumulative")]


def test_a_sum_is_blamed_where_the_next_goes_on_without_it():
    rows = ["1.0 1.0", "2.0 30.0", "4.0 7.0", "8.0 16.0"]
    assert places(table("dose cumulative_dose", *rows)) == [(2, "cumulative_dose", "3"), (4, "cumulative_dose", "15")]


def test_sums_that_start_again_without_bags():
    rows = ["1.0 1.0", "2.0 3.0", "4.0 4.0", "8.0 12.0"]
    data = table("dose cumulative_dose", *rows)
    assert found(data) == [(3, "cumulative_dose", "4.0", "7", "cumulative-restarts")]


def test_sums_that_run_on_in_a_later_bag():
    rows = ["1 1.0 1.0", "2 2.0 2.0", "2 2.0 4.0", "3 4.0 9.0"]
    data = table("solution dose cumulative_dose", *rows)
    assert found(data) == [(2, "cumulative_dose", "2.0", "3", "cumulative-restarts")]


def test_more_rows_than_the_last_decide_whether_sums_run_on():
    rows = ["1 1.0 1.0", "2 2.0 3.0", "2 2.0 5.0", "2 2.0 6.0"]
    assert places(table("solution dose cumulative_dose", *rows)) == [(4, "cumulative_dose", "7")]


def test_a_last_sum_that_is_its_dose_alone_starts_nothing():
    data = table("dose cumulative_dose", "1.0 1.0", "2.0 3.0", "4.0 4.0")
    assert found(data) == [(3, "cumulative_dose", "4.0", "7", "cumulative")]


def test_a_sum_that_may_not_have_risen_blames_no_dose():
    risen = table("dose cumulative_dose", "1.0 1.0", "5.0 1.2", "2.0 3.2")
    assert places(risen) == [(2, "dose", "0.2")]
    both = table("dose cumulative_dose", "1.0 1.0", "5.0 1.1", "2.0 3.1")  # either sum may be 1.05
    assert places(both) == [(2, "cumulative_dose", "6"), (3, "cumulative_dose", "8")]


# bags


def test_a_bag_whose_figures_disagree():
    data = table("solution volume_ml dose", "1 1.0 2.0", "1 2.0 4.0")
    agreeing = bag(concentration=2, volume_ml=10, amount=20)
    assert places(data | {"solutions": [agreeing]}) == []
    assert places(data | {"solutions": [agreeing | {"amount": "20.02"}]}) == []
    assert places(data | {"solutions": [agreeing | {"amount": "20.021"}]}) == [("solution 1", "amount", "20")]
    assert places(data | {"solutions": [agreeing | {"concentration": "0.2"}]}) == [("solution 1", "concentration", "2")]
    small = agreeing | {"volume_ml": "1"}
    assert places(data | {"solutions": [small]}) == [("solution 1", "volume_ml", "10")]


def test_bags_used_up_that_miss_the_target():
    data = table("volume_ml dose", "5.0 10.0", "5.0 10.0", solutions=[bag(concentration=2, volume_ml=10)])
    assert places(data | {"target_dose": "20.02"}) == []
    assert places(data | {"target_dose": "20.1"}) == [("solution 1", "concentration", "2.01")]
    by_amount = data | {"solutions": [bag(amount=20, volume_ml=10)], "target_dose": "20.1"}
    assert places(by_amount) == [("solution 1", "amount", "20.1")]


def test_a_bag_that_runs_dry_is_named_once():
    columns, bags = "volume_ml dose", [bag(concentration=1, volume_ml=10)]
    assert places(table(columns, "5.0 5.0", "5.0 5.0", solutions=bags)) == []
    dry = table(columns, "5.0 5.0", "5.2 5.2", "5.0 5.0", solutions=bags, declared=["falling"])
    assert found(dry) == [(2, "volume_ml", "5.2", "5", "bag-exhausted")]
    by_pump = table("rate minutes", "60 5", "60 6", solutions=bags)
    assert found(by_pump) == [(2, "volume_ml", "6", "5", "bag-exhausted")]
    zeros = table("volume_ml", "5.00", "5.20", solutions=[bag(volume_ml=10)])
    assert found(zeros) == [(2, "volume_ml", "5.20", "5", "bag-exhausted")]


def test_a_dilution_stronger_than_its_source_or_larger():
    bags = [bag(1, concentration=1, volume_ml=100, source=2), bag(2, concentration=10, volume_ml=10)]
    data = table("solution volume_ml", "1 1.0")
    assert places(data | {"solutions": bags}) == []
    assert places(data | {"solutions": [bags[0] | {"volume_ml": "101"}, bags[1]]}) == [
        ("solution 1", "volume_ml", "10")
    ]
    assert places(data | {"solutions": [bags[0] | {"concentration": "11"}, bags[1]]}) == [
        ("solution 1", "concentration", "10")
    ]
    unlimited = [bag(1, concentration=1, source=2), bag(2, concentration=10)]
    assert places(data | {"solutions": unlimited}) == []
    assert places(data | {"solutions": [bag(1, concentration=1, volume_ml=5, source=2), unlimited[1]]}) == []


# escalation


@pytest.mark.parametrize(
    ("dose", "declared", "expected"),
    [
        ("3.0", [], []),
        ("3.2", [], []),
        ("3.3", [], [(2, "dose", "3")]),
        ("3.3", ["slow"], []),
        ("3.3", ["logarithmic"], []),
        ("1.0", [], []),
        ("0.9", [], []),
        ("0.8", [], [(2, "dose", "1")]),
        ("0.8", ["falling"], []),
    ],
)
def test_rises_and_falls(dose, declared, expected):
    data = table("minutes dose", "15 1.0", f"15 {dose}", declared=declared)
    assert places(data) == expected


def test_a_spike_is_blamed_once():
    assert places(table("minutes dose", "15 1.0", "15 20.0", "15 3.0", "15 5.0")) == [(2, "dose", "3")]
    assert places(table("minutes dose", "15 1.0", "15 20.0", "15 40.0")) == [(2, "dose", "3")]
    assert places(table("minutes dose", "15 10.0", "15 8.0", "15 27.0")) == [(2, "dose", "10")]


def test_over_a_spike_a_rise_may_be_ninefold_and_no_more():
    assert places(table("minutes dose", "15 1.0", "15 20.0", "15 8.0")) == [(2, "dose", "3")]
    assert places(table("minutes dose", "15 1.0", "15 100.0", "15 20.0")) == [(2, "dose", "3"), (3, "dose", "100")]


def test_each_row_is_compared_with_the_one_before():
    assert places(table("minutes dose", "15 1.0", "15 2.0", "15 10.0")) == [(3, "dose", "6")]


def test_dose_per_minute_and_fold_as_printed():
    rows = ["10 1.0 0.10 ", "10 2.0 0.20 2.0", "10 4.0 0.50 3.0"]
    data = table("minutes dose dose_per_min fold_increase", *rows)
    data["rows"][0].append("")
    assert places(data) == [(3, "dose_per_min", "0.4"), (3, "fold_increase", "2")]
    both = table("minutes dose dose_per_min", "10 1.0 0.10", "10 4.0 0.40")
    assert found(both) == [(2, "dose_per_min", "0.40", "0.3", "escalation")]
    assert places(table("dose_per_min", "0.10", "0.40")) == [(2, "dose_per_min", "0.3")]


# totals


def test_the_total_dose_within_a_thousandth():
    assert places(table("dose", "10.000", "20.000", target_dose="30.03")) == []
    assert places(table("dose", "10.000", "20.000", target_dose="30.04")) == [(None, "dose", "30.04")]


def test_the_total_time():
    assert places(table("minutes", "15", "15", total_minutes="30")) == []
    assert found(table("minutes", "15", "15", total_minutes="31")) == [(None, "minutes", "31", "30", "total-time")]
    assert places(table("rate volume_ml", "60 15", "60 15", total_minutes="35")) == [(None, "minutes", "30")]
