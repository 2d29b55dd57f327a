"""The heads of a pasted table: what a column is, and in which unit."""

import pytest

from protocols.tables.pasting import PasteError, pasted_table


@pytest.mark.parametrize(
    ("head", "columns"),
    [
        ("Step;Rate (mL/h);Time (min);Volume (mL)", ["step", "rate", "minutes", "volume_ml"]),
        (
            "No.;Bag;mL/h;Dose administered (mg);Cumulative dose",
            ["step", "solution", "rate", "dose", "cumulative_dose"],
        ),
        ("Volume infused per step (mL);Dose administered with this step (mg)", ["volume_ml", "dose"]),
        ("Cumulative dose infused (mg);Bag number;Time per step (min)", ["cumulative_dose", "solution", "minutes"]),
        ("SOLUTION;volume_ml;mg/min;Fold increase", ["solution", "volume_ml", "dose_per_min", "fold_increase"]),
    ],
)
def test_heads_as_papers_write_them(head, columns):
    assert pasted_table(head).columns == columns


@pytest.mark.parametrize(
    ("head", "units"),
    [
        ("Rate (mL/h);Dose (mg)", {"rate_unit": "mL/h", "unit": "mg"}),
        ("Rate, mL/min;Time (min);Volume [mL]", {"rate_unit": "mL/min"}),
        ("mL/min;Dose", {"rate_unit": "mL/min"}),
        ("Dose per minute (mcg/min);Cumulative (\u00b5g)", {"unit": "mcg"}),
        ("Step (no 1);Rate", {}),
    ],
)
def test_the_units_that_heads_state(head, units):
    assert pasted_table(head).units == units


@pytest.mark.parametrize("head", ["Rate (mg/min)", "Time (h)", "Volume (L)", "Dose (mL)", "Rate (mL/24 h)"])
def test_a_unit_that_cannot_be_meant_is_refused(head):
    with pytest.raises(PasteError, match="A head says"):
        pasted_table(f"Step;{head}")
