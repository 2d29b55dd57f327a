"""Printed figures against computed ones: half up at the last printed digit, and which cells deviate."""

import pytest

from protocols.engine import ContentError, Deviation, deviations, read_entry
from tests.protocols.engine.templates.test_entries import HEAD, ORAL
from tests.protocols.engine.templates.test_templates import template_data

DAYS = {
    "drug": "example", "route": "oral", "target_dose": "8", "unit": "mg",
    "phases": [
        {"days": ["1", "2"], "dose": "0.5", "times_per_day": "1"},
        {"days": ["3", None], "doses": {"morning": "2", "night": "6"}},
    ],
}  # fmt: skip


def found(data, **printed):
    """(where, column, printed, computed) of every deviation."""
    entry = read_entry(data | {"printed": printed}, slug="x")
    return [(one.where, one.column, one.printed, one.computed) for one in deviations(entry)]


def infused(column, *cells, **more):
    """Three steps, the first of 5 mL at 0.0421 mg/mL, the last of 250 mL; 100 mg in 217.5 min."""
    solutions = [{"number": "1", "concentration": "0.0421"}, {"number": "2", "amount": "remainder"}]
    steps = [
        {"solution": "1", "rate_ml_h": "20", "minutes": "15"},
        {"solution": "1", "rate_ml_h": "40.5", "minutes": "15"},
        {"solution": "2", "rate_ml_h": "80", "volume_ml": "rest"},
    ]
    rows = [[cell] for cell in cells]
    return found(template_data(solutions=solutions, steps=steps), columns=[column], rows=rows, **more)


@pytest.mark.parametrize("printed", ["0.2105", "0.211", "0.21", "0.2", "0.21050"])
def test_a_figure_rounds_half_up_to_what_is_printed(printed):
    assert infused("dose_mg", printed) == []


@pytest.mark.parametrize("printed", ["0.2106", "0.210", "0.22", "0.3", "about 0.2", "0.2-0.3"])
def test_any_other_figure_deviates(printed):
    assert infused("dose_mg", printed) == [("step 1", "dose_mg", printed, "0.2105")]


def test_a_whole_rate_is_a_setting_and_exact():
    assert infused("rate_ml_h", "20", "41") == [("step 2", "rate_ml_h", "41", "40.5")]
    assert infused("rate_ml_h", "20.0", "40.5", "80") == []
    assert infused("minutes", "15", "15", "187.5") == []
    assert infused("minutes", "15", "15", "188") == [("step 3", "minutes", "188", "187.5")]


def test_a_unit_is_that_of_the_column_or_of_the_cell():
    assert infused("dose_mcg", "210.5") == infused("dose", "210.5 mcg") == infused("dose", "0.2105 mg") == []
    assert infused("dose", "21 mcg") == [("step 1", "dose", "21 mcg", "210.5")]
    assert infused("example_dose_mg", "0.2105") == []


def test_an_empty_cell_says_nothing_and_steps_may_be_left_out():
    assert infused("dose_mg", "", "0.426") == []
    rows = [["3", "99.4"], ["1", "0.3"]]
    data = template_data()
    assert [one[0] for one in found(data, columns=["step", "percent"], rows=rows)] == ["step 3", "step 1"]


def test_a_head_with_another_unit_deviates():
    assert infused("rate_ml_h", "20", units={"rate_ml_h": "mL/min"}) == [("head", "rate_ml_h", "mL/min", "mL/h")]
    assert infused("dose_mg", "0.2", units={"dose_mg": "mg", "rate_ml_h": "mL/h"}) == []


def test_bags_and_totals_are_compared_too():
    bags = {"columns": ["solution", "volume_ml", "amount_mg"], "rows": [["1", "250", "10.5"], ["2", "200", ""]]}
    totals = {"total_minutes": "218", "total_hours": "3.5", "total_dose_mg": "100"}
    assert infused("dose_mg", "0.2", solutions=bags, totals=totals) == [
        ("solution 2", "volume_ml", "200", "250"),
        ("total", "total_hours", "3.5", "3.625"),
    ]


def test_single_doses():
    assert found(HEAD | {"specification": ORAL}, columns=["minute", "day", "dose_mg"], rows=[["0", "1", "1"]]) == []
    assert found(HEAD | {"specification": ORAL}, columns=["minute"], rows=[["0"], ["30"]]) == [
        ("step 2", "minute", "30", "15")
    ]
    assert found(HEAD | {"specification": ORAL}, columns=["solution"], rows=[["1"]]) == [
        ("step 1", "solution", "1", "open")
    ]


def test_days_are_compared_run_by_run():
    columns = ["first_day", "last_day", "morning_mg", "night_mg", "dose", "percent"]
    rows = [["1", "2", "0.5", "", "500 mcg", "6.25"], ["3", "open", "2", "6", "8 mg", "100"]]
    data = HEAD | {"specification": DAYS}
    assert found(data, columns=columns, rows=rows) == []
    rows = [["1", "open", "0.6", "1", "", ""], ["4", "9", "2", "", "", ""]]
    assert found(data, columns=columns, rows=rows) == [
        ("row 1", "last_day", "open", "2"),
        ("row 1", "morning_mg", "0.6", "0.5"),
        ("row 1", "night_mg", "1", "open"),
        ("row 2", "first_day", "4", "3"),
        ("row 2", "last_day", "9", "open"),
    ]


def test_days_have_no_bags_and_no_totals():
    with pytest.raises(ContentError, match="printed, total_minutes"):
        found(HEAD | {"specification": DAYS}, totals={"total_minutes": "1"})
    bags = {"columns": ["volume_ml"], "rows": [["1"]]}
    with pytest.raises(ContentError, match="printed, volume_ml"):
        found(HEAD | {"specification": DAYS}, solutions=bags)


def test_more_rows_than_runs_of_days_are_an_error():
    rows = [["1"], ["3"], ["5"]]
    with pytest.raises(ContentError, match="printed, first_day: expected no row 3"):
        found(HEAD | {"specification": DAYS}, columns=["first_day"], rows=rows)


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ({"columns": ["colour"], "rows": [["red"]]}, "printed, colour"),
        ({"columns": ["dose_U"], "rows": [["1"]]}, "printed, dose_U"),
        ({"columns": ["dose_mg"], "rows": [["1"], ["1"], ["1"], ["1"]]}, "printed, dose_mg"),
        ({"columns": ["step", "dose_mg"], "rows": [["4", "1"]]}, "printed, step"),
        ({"columns": ["step", "dose_mg"], "rows": [["first", "1"]]}, "printed, step"),
        ({"rows": [["1"]]}, "printed, columns"),
        ({"columns": ["dose_mg"]}, "printed, rows"),
        ({"totals": "none"}, "printed, totals"),
        ({"totals": {"total_minutes": ""}}, "printed, totals, total_minutes"),
        ({"units": ["mg"]}, "printed, units"),
        ({"solutions": {"columns": ["volume_ml"]}}, "printed, solutions, rows"),
    ],
)
def test_what_cannot_be_compared_is_an_error(printed, key):
    with pytest.raises(ContentError) as caught:
        found(template_data(), **printed)
    assert caught.value.key == key


def test_an_erratum_is_a_deviation_with_a_note():
    stated = {"where": "step 1", "column": "dose_mg", "printed": "1", "computed": "2", "note": "A slip."}
    (erratum,) = read_entry(template_data(errata=[stated]), slug="x").errata
    assert erratum.deviation == Deviation(where="step 1", column="dose_mg", printed="1", computed="2")
    assert erratum.note == "A slip."
    with pytest.raises(ContentError, match="errata entry 1, column"):
        read_entry(template_data(errata=[{"where": "step 1", "printed": "1", "computed": "2"}]), slug="x")


def test_nothing_is_compared_where_nothing_is_printed():
    assert deviations(read_entry(template_data(), slug="x")) == ()
