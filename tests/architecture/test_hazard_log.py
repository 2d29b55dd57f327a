"""The safety case (safety.md 1 and 4): the hazards in order, complete, each answered one proven by tests that ran."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, text_of, tree_of
from tests.hazard_log import FIELDS, PLACE, named_tests, read_hazards
from tests.hazard_plugin import unproven

HAZARDS = read_hazards(text_of(PLACE))
LOG = "## H1 Title\n\n**Tests.** " + " ".join(
    f"`tests/test_it.py::test_{name}`"
    for name in ("passes", "skips", "fails_as_expected", "lacks", "has_no_parameters")
)
MODULE = """
import pytest
def test_passes(): pass
def test_skips(): pytest.{skip}("later")
@pytest.mark.{xfail}
def test_fails_as_expected(): assert False
@pytest.mark.parametrize("x", [])
def test_has_no_parameters(x): pass
"""
UNPROVEN = [
    "tests/test_it.py::test_fails_as_expected: expected to fail",
    "tests/test_it.py::test_has_no_parameters: skipped",
    "tests/test_it.py::test_lacks: not run",
    "tests/test_it.py::test_skips: skipped",
]


def test_the_hazards_stand_in_order() -> None:
    assert [hazard.number for hazard in HAZARDS] == [f"H{number}" for number in range(1, 19)]


@pytest.mark.parametrize("hazard", HAZARDS, ids=lambda hazard: hazard.number)
def test_a_hazard_says_everything(hazard) -> None:
    assert tuple(hazard.fields) == FIELDS
    assert all(hazard.fields.values())
    assert hazard.status in {"answered", "partly", "open"}


@pytest.mark.parametrize("hazard", HAZARDS, ids=lambda hazard: hazard.number)
def test_an_answered_hazard_names_tests_and_another_the_issue_that_closes_it(hazard) -> None:
    assert hazard.tests if hazard.status == "answered" else re.search(r"issue [0-9]+", hazard.fields["Status"])


def test_each_risk_is_the_one_of_the_matrix() -> None:
    lines = [line.strip("| ").split(" | ") for line in text_of(PLACE).splitlines() if line.startswith("|")]
    severities, rows = lines[0], {row[0]: row[1:] for row in lines[2:]}
    matrix = {f"{s}, {name}: {n}" for name, row in rows.items() for s, n in zip(severities, row, strict=True)}
    risks = [hazard.fields[kind].split(".")[0] for hazard in HAZARDS for kind in ("Initial risk", "Residual risk")]
    assert [risk for risk in risks if risk not in matrix] == []


@pytest.mark.parametrize("named", named_tests(ROOT))
def test_a_named_test_exists(named: str) -> None:
    path, *names = named.split("::")
    body = tree_of(Path(path)).body
    for name in names[:-1]:
        body = next(node.body for node in body if isinstance(node, ast.ClassDef) and node.name == name)
    assert names[-1] in [node.name for node in body if isinstance(node, ast.FunctionDef)]


@pytest.mark.parametrize(
    ("outcomes", "demanded", "state"),
    [
        ({"t": {"passed"}}, ["t"], []),
        ({"t": {"passed", "failed"}}, [], ["t: failed, passed"]),
        ({"t": {"skipped"}}, [], ["t: skipped"]),
        ({}, ["t"], ["t: not run"]),
        ({}, [], []),
    ],
)
def test_only_a_pass_proves(outcomes: dict[str, set[str]], demanded: list[str], state: list[str]) -> None:
    assert unproven(["t"], outcomes, demanded=demanded) == state


@pytest.mark.parametrize("workers", ["0", "1"])
def test_a_green_run_fails_by_the_named_tests_that_prove_nothing(project: Path, workers: str) -> None:
    answer = run(project, "-n", workers)
    assert answer.returncode == pytest.ExitCode.TESTS_FAILED
    assert [line for line in answer.stdout.splitlines() if line.startswith("tests/test_it.py::")] == UNPROVEN


def test_what_is_marked_is_demanded_of_the_run_on_postgresql(project: Path) -> None:
    (project / PLACE).write_text("## H1 Title\n\n**Tests.** `tests/test_it.py::test_lacks` (PostgreSQL)\n")
    assert "test_lacks" not in run(project).stdout
    assert "test_it.py::test_lacks: not run" in run(project, database="postgresql://host/name").stdout


def test_a_run_of_chosen_tests_judges_only_those(project: Path) -> None:
    assert run(project, "tests/test_it.py::test_passes").returncode == pytest.ExitCode.OK
    assert run(project, "tests/test_it.py::test_skips").returncode == pytest.ExitCode.TESTS_FAILED


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with a log and tests of its own."""
    (tmp_path / PLACE).parent.mkdir(parents=True)
    (tmp_path / PLACE).write_text(LOG)
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_it.py").write_text(MODULE.format(skip="skip", xfail="xfail"))
    (tmp_path / "pytest.ini").write_text("[pytest]\ntestpaths = tests\n")
    return tmp_path


def run(project: Path, *arguments: str, database: str = "") -> subprocess.CompletedProcess[str]:
    """Run the project's tests for real, with this plugin and xdist alone."""
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "DATABASE_URL": database,
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }
    command = [sys.executable, "-m", "pytest", "-p", "xdist", "-p", "tests.hazard_plugin", "--tb=no", *arguments]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
