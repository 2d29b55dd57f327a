"""What comes from a spreadsheet or a keyboard, as columns and rows."""

import pytest

from protocols.tables.pasting import PastedTable, PasteError, pasted_bags, pasted_table


@pytest.mark.parametrize(
    "text", ["step\tdose\n1\t0.5", "step;dose\n1;0.5\n\n", "step,dose\n1, 0.5\n,\n", "step dose\n1  0.5"]
)
def test_every_separator(text):
    assert pasted_table(text) == PastedTable(columns=["step", "dose"], rows=[["1", "0.5"]], units={})


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


def test_what_spreadsheets_leave_behind():
    pasted = pasted_table("step\tbag\tdose\t\t\n1\t1\t1\u202f107.2\t\t\n2\t\t0.5\t\n3\t2\n")
    assert pasted.rows == [["1", "1", "1107.2"], ["2", "1", "0.5"], ["3", "2"]]


def test_seven_figures_without_a_head_are_the_usual_ones():
    assert pasted_table("1 1 2 15 0.5 0.005 0.005").columns[-1] == "cumulative_dose"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "first line with the names"),
        ("1 2 3", "Begin with a line that names the columns"),
        ("step;mood\n1;2", "No column is called “mood”"),
        ('step,"dose\n' + "x" * 200_000, "quotation mark"),
    ],
)
def test_what_is_no_table(text, said):
    with pytest.raises(PasteError, match=said):
        pasted_table(text)


def test_bags_with_and_without_a_head():
    assert pasted_bags("1\t250\t\t5\tstock") == [
        {"number": "1", "volume_ml": "250", "amount": "5", "source": "stock"}
    ]  # fmt: skip
    assert pasted_bags("bag;mg/mL\n1;0.5\n2;5") == [
        {"number": "1", "concentration": "0.5"}, {"number": "2", "concentration": "5"},
    ]  # fmt: skip
    assert pasted_bags(" \n") == []
    with pytest.raises(PasteError, match="at most 5"):
        pasted_bags("1 2 3 4 5 6")
