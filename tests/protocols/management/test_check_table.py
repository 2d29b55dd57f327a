"""`manage.py check_table`: the contract's JSON, the other formats, exit status and input that cannot be read."""

import csv
import io
import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens.file_command import FORMATS
from desens.numbers.files import FileError, load_text
from protocols.engine import ContentError, compute
from protocols.engine.finding import NothingToCompute
from protocols.engine.table import COLUMNS, check, corrected, read_table
from protocols.management.commands.check_table import run

WRONG = """\
unit: mg
columns: [step, solution, rate, minutes, volume_ml, dose, cumulative_dose]
rows:
  - [1, 1, 2, 15, 0.5, 0.005, 0.05]
solutions: [{number: 1, volume_ml: 10, concentration: 0.01, amount: 0.2}]
"""
RIGHT = WRONG.replace("0.05]", "0.005]").replace("0.2}", "0.1}")
AS_CSV = """\
# unit: mg
# solutions: [{number: 1, volume_ml: 10, concentration: 0.01, amount: 0.2}]
step,solution,rate,minutes,volume_ml,dose,cumulative_dose
1,1,2,15,0.5,0.005,0.05
"""


def answered(folder, text, output="json", name="table.yaml"):
    path = folder / name
    path.write_text(text)
    return run(path, output)


def test_json_as_the_contract_has_it(tmp_path):
    status, output, error = answered(tmp_path, WRONG)
    assert (status, error) == (1, "")
    assert json.loads(output) == {
        "consistent": False,
        "not_checked": ["total-dose", "total-time", "dilution-source", "escalation"],
        "findings": [
            {
                "row": 1,
                "column": "cumulative_dose",
                "printed": "0.05",
                "expected": "0.005",
                "rule": "cumulative",
                "message": "In step 1 the doses so far add up to 0.005: cumulative_dose is printed as 0.05.",
            },
            {
                "row": None,
                "column": "amount",
                "printed": "0.2",
                "expected": "0.1",
                "rule": "bag-amount",
                "message": "In solution 1 concentration x volume does not give the amount, or not the target: "
                "amount is stated as 0.2, the others give 0.1.",
                "where": "solution 1",
            },
        ],
    }


def test_csv_and_yaml_are_the_same_table(tmp_path):
    assert answered(tmp_path, AS_CSV, name="table.csv") == answered(tmp_path, WRONG)


@pytest.mark.parametrize("output", FORMATS)
def test_a_consistent_table_ends_with_status_0(tmp_path, output):
    status, written, error = answered(tmp_path, RIGHT, output)
    assert (status, error) == (0, "")
    assert written.endswith("\n")


def test_the_formats_for_people(tmp_path):
    table, text = (answered(tmp_path, WRONG, output)[1] for output in ("table", "text"))
    assert "cumulative_dose     0.05     0.005" in table
    assert text.startswith("cumulative: In step 1")
    assert table.splitlines()[-1] == text.splitlines()[-1] == (
        "not checked: total-dose, total-time, dilution-source, escalation"
    )  # fmt: skip
    rows = list(csv.reader(io.StringIO(answered(tmp_path, WRONG, "csv")[1])))
    assert rows[0] == ["row", "where", "column", "printed", "expected", "rule", "message"]
    assert rows[2][:4] == ["", "solution 1", "amount", "0.2"]
    assert "Nothing in the table contradicts itself." in answered(tmp_path, RIGHT, "text")[1]


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        (WRONG.replace("mg", "mgs"), "table.yaml", "table.yaml: unit: expected one of"),
        (WRONG + "unit: g\n", "table.yaml", "table.yaml: (content): expected the key 'unit' once only"),
        ("dose\n1\n", "table.csv", "table.csv: unit: expected a value, but the key is missing"),
        ("# - 1\ndose\n1\n", "table.csv", "table.csv: (# lines): expected key: value after each #"),
        ("[]", "table.json", "table.json: (content): expected a mapping"),
    ],
)
def test_what_cannot_be_read_is_one_line_with_status_2(tmp_path, text, name, said):
    status, output, error = answered(tmp_path, text, name=name)
    assert (status, output) == (2, "")
    assert error.startswith(said)
    assert error.count("\n") == 1


def test_a_missing_file(tmp_path):
    assert run(tmp_path / "none.csv", "json")[0] == 2


def test_the_command_itself_needs_no_environment(tmp_path):
    (tmp_path / "table.yaml").write_text(WRONG)
    command = [sys.executable, "manage.py", "check_table", str(tmp_path / "table.yaml"), "--format", "text"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"PATH": ""})
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("cumulative:")


FIGURES = st.sampled_from(
    ["0", "1", "2", "0.5", "15", "22", "1e-12", "1e12", "0.137", "-1", "nan", "1:10", "", "x", "010"]
)
BAGS = st.fixed_dictionaries(
    {"number": st.sampled_from(["1", "2", "3"])},
    optional={
        "volume_ml": FIGURES,
        "concentration": FIGURES,
        "amount": FIGURES,
        "source": st.sampled_from(["stock", "1", "2", "x"]),
    },
)


@st.composite
def any_tables(draw):
    """Tables of every kind, most of them readable and none of them meant."""
    columns = draw(st.lists(st.sampled_from(COLUMNS), min_size=1, unique=True))
    sane = st.sampled_from(["1", "2", "0.5", "15", "22", "0.137", "1e-12", "1e12"])
    cells = {"step": st.sampled_from(["1", "2"]), "solution": st.sampled_from(["1", "2"])}
    row = st.tuples(*(cells.get(column, sane | FIGURES if draw(st.booleans()) else sane) for column in columns))
    data = {"unit": "mg", "columns": columns, "rows": [list(r) for r in draw(st.lists(row, min_size=1, max_size=6))]}
    optional = {
        "target_dose": FIGURES,
        "rate_unit": st.sampled_from(["mL/h", "mL/min"]),
        "solutions": st.lists(BAGS, min_size=1, max_size=3),
        "line": st.sampled_from([{"dead_volume_ml": "5", "primed_with": primed} for primed in ("diluent", "solution")]),
        "declared": st.lists(st.sampled_from(["slow", "falling", "logarithmic"])),
        "total_minutes": FIGURES,
    }
    return data | {key: draw(values) for key, values in optional.items() if draw(st.booleans())}


@given(any_tables())
def test_no_table_gives_anything_but_a_verdict_or_an_error(data):
    try:
        table = read_table(data)
    except ContentError:
        return
    verdict = check(table)
    assert verdict.consistent == (not verdict.findings)
    meant = corrected(table)
    if meant is not None:
        try:
            compute(meant)
        except NothingToCompute:
            return


@given(st.text(max_size=200), st.sampled_from(["t.csv", "t.yaml", "t.json"]))
def test_no_text_gives_a_traceback(text, name):
    try:
        read_table(load_text(text, file=name))
    except (FileError, ContentError):
        return
