"""Reading a table: what is wrong is named by its key, and no input gives anything but an error."""

import pytest

from desens.numbers.files import FileError, load_text
from protocols.engine import ContentError
from protocols.engine.table import csv_data, read_table

TABLE = {"unit": "mg", "columns": ["step", "solution", "rate", "dose"], "rows": [["1", "1", "2", "0.5"]]}
BAG = {"number": "1", "volume_ml": "10"}


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"unit": "mgg"}, "unit"),
        ({"columns": []}, "columns"),
        ({"columns": ["step", "step", "rate", "dose"]}, "columns"),
        ({"columns": ["step", "solution", "rate", "doze"]}, "columns"),
        ({"rows": []}, "rows"),
        ({"rows": ["1 1 2 0.5"]}, "rows entry 1"),
        ({"rows": [["1", "1", "2"]]}, "rows entry 1"),
        ({"rows": [["1", "1", "2", ""]]}, "rows entry 1, dose"),
        ({"rows": [["1", "1", "2", None]]}, "rows entry 1, dose"),
        ({"rows": [["1", "1", "0", "1"]]}, "rows entry 1, rate"),
        ({"rows": [["1", "1", "2", "-1"]]}, "rows entry 1, dose"),
        ({"rows": [["1", "1", "2", "1:10"]]}, "rows entry 1, dose"),
        ({"rows": [["1.5", "1", "2", "1"]]}, "rows entry 1, step"),
        ({"rows": [["1", "2", "2", "1"]], "solutions": [BAG]}, "rows entry 1, solution"),
        ({"rate_unit": "mL/s"}, "rate_unit"),
        ({"solutions": [BAG, BAG]}, "solutions entry 2, number"),
        ({"solutions": [BAG | {"source": "1"}]}, "solutions entry 1, source"),
        ({"solutions": [BAG | {"source": "3"}]}, "solutions entry 1, source"),
        ({"solutions": [BAG | {"volume": "3"}]}, "solutions entry 1, volume"),
        ({"declared": ["quick"]}, "declared"),
        ({"total_minutes": "0"}, "total_minutes"),
        ({"remark": "x"}, "remark"),
    ],
)
def test_the_key_is_named(change, key):
    with pytest.raises(ContentError) as error:
        read_table(TABLE | change)
    assert error.value.key == key


def test_numbers_are_counted_where_no_step_is_printed():
    table = read_table({"unit": "mg", "columns": ["dose"], "rows": [["0"], ["1"]]})
    assert [row.number for row in table.rows] == [1, 2]


def test_every_optional_key():
    table = read_table(
        TABLE
        | {
            "drug": "example",
            "rate_unit": "mL/min",
            "solutions": [BAG | {"source": "stock"}, {"number": "2", "source": "1"}, {"number": "3"}],
            "line": {"dead_volume_ml": "22", "primed_with": "diluent"},
            "declared": ["slow"],
            "total_minutes": "15",
        }
    )
    assert [bag.source for bag in table.solutions] == ["stock", 1, None]
    assert set(table.rows[0].cells) == {"rate", "dose"}  # step and solution are numbers, not figures
    assert table.bag(2) is table.solutions[1]
    assert table.line.dead_volume_ml == 22


COMMA = "# unit: mg\n# target_dose: 3\n\n#solutions: [{number: 1, volume_ml: 10}]\nsolution, dose\n1,1\n1,2.0\n"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_with_each_separator(separator):
    head, body = COMMA.rsplit("solution,", 1)
    data = csv_data("\ufeff" + head + "solution,".replace(",", separator) + body.replace(",", separator), file="t.csv")
    table = read_table(data)
    assert table.columns == ("solution", "dose")
    assert [str(row.cells["dose"]) for row in table.rows] == ["1", "2.0"]
    assert table.target_dose == 3


def test_csv_without_a_line_above():
    assert csv_data("dose\n1\n", file="t.csv") == {"columns": ["dose"], "rows": [["1"]]}
    assert csv_data("", file="t.csv") == {"columns": [], "rows": []}


def test_csv_that_is_no_table():
    with pytest.raises(FileError) as error:
        csv_data("# unit\ndose\n1", file="t.csv")
    assert str(error.value) == "t.csv: (# lines): expected key: value after each #"
    with pytest.raises(FileError, match=r"^t.csv \(# lines\): line 1: expected YAML"):
        csv_data("# unit: [\ndose\n1", file="t.csv")
    with pytest.raises(FileError, match=r"^t.csv: \(cells\): expected comma-separated cells \(field larger"):
        csv_data('"' + "x" * 200_000 + '"', file="t.csv")


@pytest.mark.parametrize("key", ["columns", "rows"])
def test_csv_whose_cells_stand_above(key):
    with pytest.raises(FileError, match=f"t.csv: {key}: expected in a CSV file"):
        csv_data(f"# {key}: [dose]\ndose\n1", file="t.csv")


def test_blanks_around_lines_and_empty_rows_are_nothing():
    text = "  # unit: mg  \n , , \ndose,minutes\n 1 , 2 \n"
    assert csv_data(text, file="t.csv") == {"unit": "mg", "columns": ["dose", "minutes"], "rows": [["1", "2"]]}


def test_the_contracts_own_example():
    text = """\
unit: mg
columns: [step, solution, rate, minutes, volume_ml, dose, cumulative_dose]
rows:
  - [1, 1, 2, 15, 0.5, 0.005, 0.05]
drug: example
target_dose: 12
rate_unit: mL/h
solutions: [{number: 1, volume_ml: 10, concentration: 0.01, amount: 0.1, source: stock}]
line: {dead_volume_ml: 22, primed_with: diluent}
declared: []
total_minutes: 180
"""
    assert read_table(load_text(text, file="t.yaml")).rows[0].number == 1
