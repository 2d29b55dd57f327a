"""What comes from a spreadsheet or a keyboard, as columns and rows."""

import pytest

from protocols.tables.pasting import PastedTable, PasteError, pasted_bags, pasted_table


@pytest.mark.parametrize(
    "text", ["step\tdose\n1\t0.5", "step;dose\n1;0.5\n\n", "step,dose\n1, 0.5\n,\n", "step dose\n1  0.5"]
)
def test_every_separator(text):
    assert pasted_table(text) == PastedTable(columns=["step", "dose"], rows=[["1", "0.5"]], units={})


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
