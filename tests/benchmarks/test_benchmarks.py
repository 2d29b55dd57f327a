"""The benchmarks run and print ratios. No time is asserted: machines differ."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.schedules import FILE, TWENTY, by_hand, schedule, table
from benchmarks.timing import compare
from tests.architecture.tree import ROOT

ROW = re.compile(r"\| [^|]+ \| [^|]+ \| ([0-9]+\.[0-9]{2}) \| [0-9.e+]+ \|")


def test_the_command_prints_a_ratio_for_each_figure() -> None:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("DATABASE", "DJANGO", "PYTEST"))}
    answer = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--small"],
        cwd=ROOT,
        env=clean,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (answer.returncode, answer.stderr) == (0, "")
    ratios = [float(ratio) for ratio in ROW.findall(answer.stdout)]
    assert len(ratios) == len(answer.stdout.splitlines()) - 2 == 29
    assert min(ratios) > 0


def test_the_slower_way_has_the_larger_ratio() -> None:
    def slow() -> int:
        return sum(range(100_000))

    figure = compare(what="slow", ours=slow, against="fast", bare=lambda: None, turns=3)
    assert figure.ratio > 1


@pytest.mark.parametrize(("file", "total"), [(FILE, 1200), (TWENTY, 1000)])
def test_the_bare_way_computes_the_same_table(file: Path, total: int) -> None:
    computed = schedule(file)
    rows = by_hand(table(computed))
    assert [row[:3] for row in rows] == [(step.volume_ml, step.dose, step.cumulative_dose) for step in computed.steps]
    assert rows[-1][2] == total


def test_the_larger_schedule_has_twenty_steps_and_something_to_find() -> None:
    computed = schedule(TWENTY)
    assert len(computed.steps) == 20
    assert {"no-rise-at-bag-change", "overage-in-line"} <= {finding.code for finding in computed.findings}
