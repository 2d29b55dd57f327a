"""`manage.py replay`: exit status, one line of error, and the four formats (contracts.md 0 and 5)."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from desens.file_command import FORMATS
from protocols.management.commands.replay import Command, run
from tests.protocols.engine.golden_corpus import FOLDER

ROOT = Path(__file__).parents[3]
SCHEDULE = """\
  drug: rituximab
  route: intravenous
  target_dose: 500
  unit: mg
  solutions:
    - {number: 1, volume_ml: 250, dilution: 100}
    - {number: 2, volume_ml: 250, amount: remainder}
  steps:
    - {solution: 1, rate_ml_h: 2, minutes: 15}
    - {solution: 1, rate_ml_h: 5, minutes: 15}
    - {solution: 2, rate_ml_h: 80, volume_ml: rest}
"""
HAPPENED = """\
events:
  - {at: 0, event: start, step: 1}
  - {at: 15, event: start, step: 2}
  - {at: 24, event: pause}
  - {at: 40, event: resume}
  - {at: 44, event: stop}
now: 43
"""
FILE = f"schedule:\n{SCHEDULE}{HAPPENED}"


def written(folder, text, name="history.yaml"):
    path = folder / name
    path.write_text(text)
    return path


def answered(folder, text, output="json"):
    status, printed, error = run(written(folder, text), output)
    assert (status, error) == (0, "")
    return json.loads(printed) if output == "json" else printed.replace("\u00a0", " ")


def refused(folder, text):
    """The one line on standard error of a file that cannot be read."""
    status, output, error = run(written(folder, text), "json")
    assert (status, output) == (2, "")
    (line,) = error.splitlines()
    assert error == line + "\n"
    return line


def test_the_published_form(tmp_path):
    stands = answered(tmp_path, FILE)
    assert list(stands) == [
        "state", "step", "minutes_into_step", "delivered", "in_line", "solutions", "remaining", "ends_at",
        "total_dose", "findings",
    ]  # fmt: skip
    assert {name: stands[name] for name in ("state", "step", "minutes_into_step", "delivered", "in_line")} == {
        "state": "running", "step": 2, "minutes_into_step": "12", "delivered": "0.03",
        "in_line": {"ml": "0", "amount": "0"},
    }  # fmt: skip
    assert stands["solutions"] == [
        {"number": 1, "infused_ml": "1.5", "left_ml": "248.5"},
        {"number": 2, "infused_ml": "0", "left_ml": "250"},
    ]
    assert stands["remaining"][0] == {
        "number": 2, "solution": 1, "rate_ml_h": "5", "minutes": "3", "volume_ml": "0.25", "dose": "0.005",
        "cumulative_dose": "0.035",
    }  # fmt: skip
    assert (stands["ends_at"], stands["total_dose"], stands["findings"]) == ("233.5", "500", [])


def test_figures_are_text_and_numbers_are_numbers(tmp_path):
    thirds = FILE.replace("now: 43", "now: 42").replace("rate_ml_h: 5", "rate_ml_h: 7")
    stands = answered(tmp_path, thirds)
    assert stands["solutions"][0]["infused_ml"] == "1.78333333333"
    assert type(stands["step"]) is type(stands["remaining"][0]["number"]) is int


def test_before_the_first_start(tmp_path):
    stands = answered(tmp_path, f"schedule:\n{SCHEDULE}events: []\nnow: 0")
    assert (stands["state"], stands["step"], stands["minutes_into_step"]) == ("not-started", None, None)
    assert (stands["delivered"], stands["ends_at"]) == ("0", "217.5")


def test_of_stopped_ends_at_is_null(tmp_path):
    stands = answered(tmp_path, FILE.replace("now: 43", "now: 44"))
    assert (stands["state"], stands["ends_at"], stands["remaining"]) == ("stopped", None, [])
    assert stands["total_dose"] == stands["delivered"]


def test_findings_have_the_form_of_all_commands_and_status_0(tmp_path):
    (finding,) = answered(tmp_path, FILE.replace("{at: 15, event: start, step: 2}", "{at: 13, event: start, step: 2}"))[
        "findings"
    ]
    assert finding["message"].replace("\u00a0", " ") == "Step 1 was ended at 13 min, 2 min before its own end."
    assert (finding["level"], finding["code"], finding["where"]) == ("caution", "step-cut-short", "step 1")


def test_a_flush_that_remains_is_marked(tmp_path):
    text = f"schedule: {FOLDER.name}.yaml\n{HAPPENED}"
    written(tmp_path, (FOLDER / "line-flushed-at-the-end.yaml").read_text(), f"{FOLDER.name}.yaml")
    assert [step.get("flush") for step in answered(tmp_path, text)["remaining"]] == [None] * 11 + [True]


@pytest.mark.parametrize("output", FORMATS)
def test_the_schedule_may_be_a_file_beside_this_one(tmp_path, output):
    written(tmp_path, "\n".join(line[2:] for line in SCHEDULE.splitlines()), "plan.yaml")
    assert answered(tmp_path, f"schedule: plan.yaml\n{HAPPENED}", output) == answered(tmp_path, FILE, output)


@pytest.mark.parametrize("name", ["../plan.yaml", "/etc/passwd", "folder/plan.yaml", "..", "a\\b.yaml", '"\\0"', '" "'])
def test_but_nowhere_else(tmp_path, name):
    assert refused(tmp_path, f"schedule: {name}\n{HAPPENED}").startswith("history.yaml: schedule")


def test_what_is_wrong_in_that_file_names_both(tmp_path):
    assert "history.yaml: schedule (none.yaml), (file): expected a readable file" in refused(
        tmp_path, f"schedule: none.yaml\n{HAPPENED}"
    )
    written(tmp_path, "drug: x\nroute: oral\n", "plan.yaml")
    assert refused(tmp_path, f"schedule: plan.yaml\n{HAPPENED}").startswith(
        "history.yaml: schedule (plan.yaml), route: expected intravenous here"
    )


WRONG = [
    ("event: pause", "event: paus", "events entry 3, event: expected one of start, pause, resume, stop"),
    ("event: pause", "event: pause, step: 2", "events entry 3, step: expected it with start or resume only"),
    ("event: stop", "event: stop, rate_ml_h: 2", "events entry 5, rate_ml_h"),
    (
        "{at: 0, event: start, step: 1}",
        "{at: 0, event: start}",
        "events entry 1, step: expected the number of the step",
    ),
    ("{at: 0, event: start, step: 1}", "{event: start, step: 1}", "events entry 1, at: expected a value"),
    ("{at: 0, event: start, step: 1}", "{at: 0, step: 1}", "events entry 1, event: expected a value"),
    ("at: 24", "at: 1:10", "events entry 3, at"),
    ("at: 24", "at: true", "events entry 3, at: expected a number"),
    ("at: 24", "at: null", "events entry 3, at"),
    ("at: 24", "at: .nan", "events entry 3, at"),
    ("at: 24", "at: -+24", "events entry 3, at"),
    ("at: 24", "time: 24", "events entry 3, time: expected a known key"),
    ("step: 2}", "step: 0}", "events entry 2, step: expected a number above zero"),
    ("step: 2}", "step: 1.5}", "events entry 2, step: expected a whole number"),
    ("step: 2}", "step: -1}", "events entry 2, step"),
    ("step: 2}", "step: 2, rate_ml_h: 0}", "events entry 2, rate_ml_h: expected a number above zero"),
    ("step: 2}", "step: 2, infused_ml: -1}", "events entry 2, infused_ml: expected a number not below zero"),
    ("step: 2}", "step: 2, infused: 1}", "did you mean infused_ml"),
    ("now: 43", "now: -1", "now: expected a number not below zero"),
    ("now: 43", "now: later", "now: expected a number"),
    ("now: 43", "nou: 43", "nou: expected a known key"),
    ("now: 43\n", "", "now: expected a value, but the key is missing"),
    ("target_dose: 500", "target_dose: 0", "schedule, target_dose: expected a number above zero"),
    ("route: intravenous", "route: oral", "schedule, route: expected intravenous here"),
    ("{solution: 1, rate_ml_h: 5, minutes: 15}", "{solution: 3, rate_ml_h: 5, minutes: 15}", "schedule, steps entry 2"),
]


@pytest.mark.parametrize(("what", "into", "named"), WRONG)
def test_each_error_is_one_line_that_names_file_and_key(tmp_path, what, into, named):
    assert what in FILE
    line = refused(tmp_path, FILE.replace(what, into, 1))
    assert line.startswith("history.yaml: ")
    assert named in line


@pytest.mark.parametrize("events", ["{}", "3", "null", "start", "[start]", "[null]", "[[1]]"])
def test_events_are_a_list_of_mappings(tmp_path, events):
    assert "events" in refused(tmp_path, f"schedule:\n{SCHEDULE}events: {events}\nnow: 0")


@pytest.mark.parametrize("schedule", ["null", "3", "[]", "{}", "true"])
def test_a_schedule_is_a_specification_or_a_name(tmp_path, schedule):
    assert refused(tmp_path, f"schedule: {schedule}\n{HAPPENED}").startswith("history.yaml: schedule")


def test_more_than_a_thousand_events_are_refused(tmp_path):
    many = "\n".join(f"  - {{at: {at}, event: pause}}" for at in range(1001))
    assert "a list of 1 to 1000 entries" in refused(tmp_path, f"schedule:\n{SCHEDULE}events:\n{many}\nnow: 0")


def test_a_negative_time_is_no_error_but_a_finding(tmp_path):
    stands = answered(tmp_path, FILE.replace("at: 24", "at: -24"))
    assert [finding["code"] for finding in stands["findings"]] == ["negative-time", "resume-without-pause"]


@pytest.mark.parametrize("output", FORMATS)
def test_where_no_schedule_exists_the_findings_are_printed(tmp_path, output):
    status, text, error = run(written(tmp_path, FILE.replace("volume_ml: rest", "volume_ml: 300")), output)
    assert (status, error) == (1, "")
    assert "bag-exhausted" in text


def test_the_table_is_for_people(tmp_path):
    lines = answered(tmp_path, FILE, "table").splitlines()
    assert lines[:3] == [
        "At 43 min: running, step 2, 12 min into it",
        "0.03 mg delivered, 0 mL with 0 mg in the line",
        "500 mg in all, ends at 233.5 min",
    ]
    assert [line.split() for line in lines if line.split()[:2] == ["remaining", "2"]] == [
        ["remaining", "2", "1", "5", "3", "0.25", "0.005", "0.035"]
    ]


def test_the_text_is_sentences(tmp_path):
    text = answered(tmp_path, FILE, "text")
    assert "Solution 1: 1.5 mL infused, 248.5 mL left.\n" in text
    assert "Given: step 2, 12 min at 5 mL/h, 1 mL of solution 1, 0.02 mg, 0.03 mg in all.\n" in text
    assert "Remaining: step 2, 3 min at 5 mL/h, 0.25 mL of solution 1, 0.005 mg, 0.035 mg in all.\n" in text
    assert answered(tmp_path, f"schedule:\n{SCHEDULE}events: []\nnow: 0", "text").startswith("At 0 min: not-started\n")


def test_csv_has_one_row_a_step_given_or_remaining(tmp_path):
    text = answered(tmp_path, FILE.replace("at: 15", "at: 13").replace("event: stop", "event: resume"), "csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["part"], row["number"]) for row in rows] == [
        ("given", "1"), ("given", "2"), ("remaining", "2"), ("remaining", "3"),
    ]  # fmt: skip
    assert rows[0]["findings"] == "caution step-cut-short"
    assert rows[2] == {
        "state": "running", "now": "43", "part": "remaining", "number": "2", "solution": "1", "rate_ml_h": "5",
        "minutes": "1", "volume_ml": "0.0833333333333", "dose": "0.00166666666667",
        "cumulative_dose": "0.0336666666667", "flush": "no", "findings": "",
    }  # fmt: skip


def test_the_command_exits_with_the_status(tmp_path, capsys):
    assert not Command.requires_system_checks
    with pytest.raises(SystemExit) as stopped:
        call_command("replay", str(written(tmp_path, FILE)), format="json")
    assert stopped.value.code == 0
    assert json.loads(capsys.readouterr().out)["state"] == "running"


def test_it_runs_with_no_environment_and_no_database(tmp_path):
    done = subprocess.run(
        [sys.executable, "manage.py", "replay", str(written(tmp_path, FILE))],
        cwd=ROOT,
        env={"DESENS_VAR": str(tmp_path), "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert not list(tmp_path.glob("*.sqlite3"))
