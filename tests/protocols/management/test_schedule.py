"""`manage.py schedule`: exit status, one line of error, and the four formats (contracts.md 0 to 2)."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from desens.file_command import FORMATS
from desens.numbers.files import load_text
from protocols.engine import read_specification
from protocols.engine.products.messages import MESSAGES as PRODUCT_MESSAGES
from protocols.management.commands.schedule import Command, run
from tests.protocols.engine.golden_corpus import CASES, FOLDER

ROOT = Path(__file__).parents[3]
CASE = FOLDER / "generic-12-step.yaml"
LINE = FOLDER / "line-shared-20.yaml"


def written(folder, text, name="specification.yaml"):
    """A file with this text or these bytes."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return path


def refused(path):
    """The one line on standard error of a file that cannot be read."""
    status, output, error = run(path, "json")
    assert (status, output) == (2, "")
    assert error.endswith("\n")
    assert error.count("\n") == 1
    return error


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_json_is_the_published_form_with_the_product_s_findings_added(case):
    status, output, error = run(case, "json")
    assert (status, error) == (0, "")
    printed, golden = json.loads(output), json.loads((FOLDER / f"{case.stem}.json").read_text())["published"]
    assert [found for found in printed["findings"] if found["code"] not in PRODUCT_MESSAGES] == golden["findings"]
    assert printed | {"findings": []} == golden | {"findings": []}
    levels = ["blocker", "sign-off", "caution"]
    assert sorted(printed["findings"], key=lambda found: levels.index(found["level"])) == printed["findings"]


def test_the_contract_example_to_the_letter():
    published = json.loads(run(FOLDER / "generic-12-step.yaml", "json")[1])
    assert list(published) == [
        "drug", "route", "unit", "target_dose", "total_minutes", "total_dose", "in_line",
        "solutions", "steps", "findings",
    ]  # fmt: skip
    assert published["total_minutes"] == "339.375"
    assert published["in_line"] == {"ml": "0", "amount": "0"}
    assert list(published["solutions"][0]) == [
        "number", "volume_ml", "concentration", "amount", "infused_ml", "discarded_ml", "discarded_amount",
    ]  # fmt: skip
    assert published["steps"][0] == {
        "number": 1, "solution": 1, "rate_ml_h": "2", "minutes": "15", "volume_ml": "0.5", "dose": "0.02",
        "cumulative_dose": "0.02", "fold_increase": None,
    }  # fmt: skip


def test_a_flush_is_a_last_row_marked_so():
    steps = json.loads(run(FOLDER / "line-flushed-at-the-end.yaml", "json")[1])["steps"]
    assert [step.get("flush") for step in steps] == [None] * 12 + [True]


def test_findings_are_published_with_level_code_where_and_message():
    findings = json.loads(run(LINE, "json")[1])["findings"]
    assert {"level": "blocker", "code": "undelivered-step", "where": "step 1"}.items() <= findings[0].items()
    assert all(set(finding) == {"level", "code", "where", "message"} for finding in findings)
    assert [(found["code"], found["where"]) for found in findings[-2:]] == [
        ("overage-in-line", None),
        ("product-unknown", None),
    ]


def test_an_unknown_drug_is_one_caution(tmp_path):
    (finding,) = json.loads(run(CASE, "json")[1])["findings"]
    assert finding == {
        "level": "caution",
        "code": "product-unknown",
        "where": None,
        "message": "example is not in the product file, or not for this route: "
        "nothing was checked against product data.",
    }


def test_a_known_drug_is_held_to_its_label(tmp_path):
    text = CASE.read_text().replace("drug: example", "drug: Eloxatin\ndiluent: sodium-chloride-0.9")
    findings = json.loads(run(written(tmp_path, text), "json")[1])["findings"]
    blocked = [(found["code"], found["where"]) for found in findings if found["level"] == "blocker"]
    assert blocked == [
        ("concentration-above-range", "solution 3"),
        *(("diluent-not-allowed", f"solution {number}") for number in (1, 2, 3)),
    ]
    for output in ("table", "text"):
        assert "sodium chloride 0.9\u00a0%, which is not allowed" in run(written(tmp_path, text), output)[1]
    rows = list(csv.DictReader(io.StringIO(run(written(tmp_path, text), "csv")[1])))
    assert "blocker diluent-not-allowed" in rows[-1]["findings"]


@pytest.mark.parametrize("wrong", ["saline", "", "5", "[glucose-5]"])
def test_a_diluent_that_does_not_exist_is_refused(tmp_path, wrong):
    text = CASE.read_text() + f"diluent: {wrong}\n"
    assert "diluent: expected one of sodium-chloride-0.9, glucose-5, " in refused(written(tmp_path, text))


def test_the_table_is_for_people():
    output = run(LINE, "table")[1]
    lines = output.replace("\u00a0", " ").replace("\u202f", ",").splitlines()
    assert lines[0] == "example, intravenous, target 1,000 mg: 920.6 mg given in 12 steps, 339.4 min"
    assert "step  solution  mL/h    min     mL  dose mg  cumulative mg   fold" in lines
    assert any(line.split()[:6] == ["12", "3", "80", "174.4", "232.5", "913.8"] for line in lines)
    told = (
        "blocker: undelivered-step: Step 1 delivers nothing: its 0.5 mL only move what the line held. Prime the line "
    )
    assert [line for line in lines if line.startswith(told)]


def test_the_text_explains_every_step():
    output = run(CASE, "text")[1].replace("\u00a0", " ")
    assert "Solution 1: 10 mg in 250 mL, 0.04 mg/mL; 9.25 mL infused, 240.8 mL with 9.63 mg discarded." in output
    assert output.count("\nStep ") == 12


def test_csv_has_one_row_a_step_and_names_the_findings():
    rows = list(csv.DictReader(io.StringIO(run(LINE, "csv")[1])))
    assert [row["number"] for row in rows] == [str(number) for number in range(1, 13)]
    assert rows[0]["findings"] == "blocker undelivered-step"
    assert "blocker target-missed" in rows[-1]["findings"]
    assert "sign-off overage-in-line" in rows[-1]["findings"]
    assert rows[11]["dose"] == "913.7596"


@pytest.mark.parametrize("output", FORMATS)
def test_where_no_schedule_exists_the_findings_are_printed(tmp_path, output):
    path = written(tmp_path, CASE.read_text().replace("volume_ml: rest", "volume_ml: 300"))
    status, text, error = run(path, output)
    assert (status, error) == (1, "")
    assert "bag-exhausted" in text
    assert "runs dry in step 12" in text


def test_no_cell_is_a_formula(tmp_path):
    text = CASE.read_text().replace("drug: example", 'drug: "=HYPERLINK(1)"')
    for output in ("csv",):
        cells = [cell for row in csv.reader(io.StringIO(run(written(tmp_path, text), output)[1])) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


HOSTILE = {
    "empty.yaml": "",
    "list.yaml": "[1, 2]",
    "two.yaml": "a: 1\n---\nb: 2",
    "binary.yaml": bytes(range(256)),
    "binary.json": bytes(range(256)),
    "nul.yaml": "drug: \0",
    "deep.yaml": "[" * 5000,
    "deep.json": "[" * 5000,
    "deep-closed.json": "[" * 5000 + "]" * 5000,
    "large.yaml": "#" * 1_100_000,
    "alias.yaml": "drug: &a x\nroute: *a",
    "tag.yaml": "drug: !!python/object/apply:os.system [ls]",
    "number-tag.yaml": "target_dose: !!int abc",
    "duplicate.yaml": "drug: a\ndrug: b",
    "duplicate.json": '{"drug": "a", "drug": "b"}',
    "nan.json": '{"target_dose": NaN}',
    "huge.json": '{"target_dose": 1' + "0" * 4000 + "}",
    "surrogate.json": '{"drug": "\\ud800"}',
    "surrogate-key.json": '{"\\ud800\\n": "x"}',
    "lines.yaml": '"a\\nb\\r\\nc": 1',
    "broken.yaml": "drug: [",
    "broken.json": "{",
    "complex-key.yaml": "? [a]\n: b",
    "merge.yaml": "<<: {drug: x}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_read_is_one_line_that_names_the_file(tmp_path, name):
    assert refused(written(tmp_path, HOSTILE[name], name)).startswith(f"{name}: ")


def test_a_folder_and_a_missing_file(tmp_path):
    assert "expected a readable file" in refused(tmp_path)
    assert "expected a readable file" in refused(tmp_path / "none.yaml")


@given(st.binary(max_size=200))
def test_no_bytes_bring_it_down(tmp_path_factory, content):
    status, _, error = run(written(tmp_path_factory.mktemp("bytes"), content), "json")
    assert status == 2
    assert error


@given(st.integers(0, 400), st.sampled_from(list("{}[]:,-'\"0159. \n#&*!|>%@`e_~\u00e9")))
def test_no_slip_of_the_finger_brings_it_down(tmp_path_factory, position, typed):
    text = CASE.read_text()
    slipped = text[:position] + typed + text[position:]
    status, output, error = run(written(tmp_path_factory.mktemp("slip"), slipped), "json")
    assert status in (0, 1, 2)
    assert bool(output) == (status != 2)
    assert bool(error) == (status == 2)


def test_yaml_and_json_give_the_same(tmp_path):
    data = load_text(LINE.read_text(), file="x.yaml")
    path = written(tmp_path, json.dumps(data), "same.json")
    assert read_specification(load_text(path.read_text(), file="x.json")) == read_specification(data)
    assert run(path, "json") == run(LINE, "json")


def test_the_command_checks_nothing_and_exits_with_the_status(capsys):
    assert not Command.requires_system_checks
    with pytest.raises(SystemExit) as stopped:
        call_command("schedule", str(CASE), format="json")
    assert stopped.value.code == 0
    assert json.loads(capsys.readouterr().out)["total_dose"] == "1000"


@pytest.mark.parametrize(("name", "status"), [("generic-12-step.yaml", 0), ("none.yaml", 2)])
def test_it_runs_with_no_environment_and_no_database(tmp_path, name, status):
    """As a program outside calls it: its own process, nothing set but a path to a folder of its own."""
    done = subprocess.run(
        [sys.executable, "manage.py", "schedule", str(FOLDER / name)],
        cwd=ROOT,
        env={"DESENS_VAR": str(tmp_path), "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == status
    assert "Traceback" not in done.stderr
    assert (done.stderr.count("\n"), bool(done.stdout)) == ((0, True) if status == 0 else (1, False))
    assert not list(tmp_path.glob("*.sqlite3"))


def test_a_terminal_that_knows_only_ascii(tmp_path):
    environment = {"DESENS_VAR": str(tmp_path), "PATH": os.environ["PATH"], "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [sys.executable, "manage.py", "schedule", str(CASE), "--format", "table"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "12 steps" in done.stdout
