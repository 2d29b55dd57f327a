"""Every error of contracts.md 0, each in a file that is otherwise right: status 2 and one line with file and key."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from protocols.management.commands.schedule import run

RIGHT = """\
drug: rituximab
route: intravenous
target_dose: 500
unit: mg
declared: [logarithmic]
solutions:
  - {number: 1, volume_ml: 250, dilution: 100}
  - {number: 2, volume_ml: 250, concentration: 0.2}
  - {number: 3, volume_ml: 250, amount: remainder}
steps:
  - {solution: 1, rate_ml_h: 2, minutes: 15}
  - {solution: 2, rate_ml_h: 5, volume_ml: 1.25}
  - {solution: 3, rate_ml_h: 80, volume_ml: rest}
line:
  dead_volume_ml: 22
  primed_with: solution
  per_solution: yes
  end_flush: no
pump:
  rate_resolution_ml_h: 0.1
  min_rate_ml_h: 0.1
  max_rate_ml_h: 1200
"""

# what is changed, into what, and a word the line on standard error names
WRONG = [
    ("drug: rituximab\n", "", "drug"),
    ("route: intravenous\n", "", "route"),
    ("target_dose: 500\n", "", "target_dose"),
    ("unit: mg\n", "", "unit"),
    ("drug: rituximab", "drug: rituximab\nnurse: x", "nurse"),
    ("primed_with: solution", "primed_with: solution\n  length: 2", "length"),
    ("volume_ml: 250, dilution", "dilution", "volume_ml"),
    ("minutes: 15", "minutess: 15", "minutess"),
    ("target_dose: 500", "target_dose: true", "target_dose"),
    ("target_dose: 500", "target_dose: null", "target_dose"),
    ("target_dose: 500", "target_dose: [500]", "target_dose"),
    ("target_dose: 500", "target_dose: -500", "target_dose"),
    ("target_dose: 500", "target_dose: 0", "target_dose"),
    ("target_dose: 500", "target_dose: .nan", "target_dose"),
    ("target_dose: 500", "target_dose: .inf", "target_dose"),
    ("target_dose: 500", "target_dose: 1e400000", "target_dose"),
    ("target_dose: 500", "target_dose: 1.1e12", "target_dose"),
    ("target_dose: 500", "target_dose: 9e-13", "target_dose"),
    ("target_dose: 500", "target_dose: 0.1234567890123456", "target_dose"),
    ("target_dose: 500", "target_dose: 1:10", "target_dose"),
    ("target_dose: 500", "target_dose: 010", "target_dose"),
    ("target_dose: 500", "target_dose: 1_000", "target_dose"),
    ("target_dose: 500", "target_dose: '1,5'", "target_dose"),
    ("target_dose: 500", "target_dose: 0x1F", "target_dose"),
    ("target_dose: 500", "target_dose: 500\ntarget_dose: 500", "target_dose"),
    ("dilution: 100}\n  - {number: 2, volume_ml: 250", "dilution: &a 100}\n  - {number: 2, volume_ml: *a", "alias"),
    ("unit: mg", "unit: mgg", "mg"),
    ("unit: mg", "unit: MG", "mg"),
    ("unit: mg", "unit: ug", "mcg"),
    ("route: intravenous", "route: intravenus", "intravenous"),
    ("declared: [logarithmic]", "declared: [logaritmic]", "logarithmic"),
    ("declared: [logarithmic]", "declared: logarithmic", "declared"),
    ("dilution: 100", "dilution: 0", "dilution"),
    ("dilution: 100", "dilution: -100", "dilution"),
    ("dilution: 100", "dilution: 100, amount: 5", "solution"),
    (", dilution: 100", "", "solution"),
    ("volume_ml: 250, dilution", "volume_ml: 0, dilution", "volume_ml"),
    ("dilution: 100", "amount: remainder", "remainder"),
    ("amount: remainder", "amount: remaindr", "remainder"),
    ("amount: remainder", "amount: yes", "amount"),
    ("number: 2,", "number: 1,", "number"),
    ("number: 2,", "number: 1.5,", "number"),
    ("solution: 1,", "solution: 4,", "solution"),
    ("rate_ml_h: 2,", "rate_ml_h: 0,", "rate_ml_h"),
    ("rate_ml_h: 2,", "rate_ml_h: -2,", "rate_ml_h"),
    ("minutes: 15", "minutes: 0", "minutes"),
    ("minutes: 15", "minutes: no", "minutes"),
    (", minutes: 15", "", "step"),
    ("minutes: 15", "minutes: 15, volume_ml: 0.6", "volume_ml"),
    ("volume_ml: rest", "volume_ml: rests", "rest"),
    ("volume_ml: rest", "volume_ml: 0", "volume_ml"),
    ("rate_ml_h: 80", "rate_ml_h: rest", "rate_ml_h"),
    ("dead_volume_ml: 22", "dead_volume_ml: -22", "dead_volume_ml"),
    ("  dead_volume_ml: 22\n", "", "dead_volume_ml"),
    ("  primed_with: solution\n", "", "primed_with"),
    ("primed_with: solution", "primed_with: solutoin", "solution"),
    ("end_flush: no", "end_flush: 0", "end_flush"),
    ("end_flush: no", "end_flush: maybe", "end_flush"),
    ("per_solution: yes", "per_solution: null", "per_solution"),
    ("rate_resolution_ml_h: 0.1", "rate_resolution_ml_h: 0", "rate_resolution_ml_h"),
    ("  rate_resolution_ml_h: 0.1\n", "", "rate_resolution_ml_h"),
    ("max_rate_ml_h: 1200", "max_rate_ml_h: fast", "max_rate_ml_h"),
]


def schedule(folder: Path, text: str, name: str = "plan.yaml") -> tuple[int, str, str]:
    path = folder / name
    path.write_text(text)
    return run(path, "json")


def test_the_file_is_right_before_it_is_made_wrong(tmp_path: Path) -> None:
    status, out, err = schedule(tmp_path, RIGHT)
    assert (status, err) == (0, "")
    assert json.loads(out)["total_dose"] == "500"


@pytest.mark.parametrize(("what", "into", "named"), WRONG)
def test_each_error_is_one_line_that_names_file_and_key(tmp_path: Path, what: str, into: str, named: str) -> None:
    assert RIGHT.count(what) >= 1
    status, out, err = schedule(tmp_path, RIGHT.replace(what, into, 1))
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert "plan.yaml" in err
    assert named in err


@pytest.mark.parametrize("section", ["solutions", "steps"])
def test_an_empty_or_missing_list_is_an_error(tmp_path: Path, section: str) -> None:
    lines = RIGHT.splitlines()
    start = lines.index(f"{section}:")
    rest = next(i for i in range(start + 1, len(lines)) if not lines[i].startswith(" "))
    for replacement in ([f"{section}: []"], []):
        status, out, err = schedule(tmp_path, "\n".join(lines[:start] + replacement + lines[rest:]))
        assert (status, out, len(err.splitlines())) == (2, "", 1)
        assert section in err


@pytest.mark.parametrize(
    ("what", "into"),
    [
        ("target_dose: 500", "target_dose: '500'"),
        ("target_dose: 500", "target_dose: 500.00"),
        ("target_dose: 500", "target_dose: 5e+02"),
        ("target_dose: 500", "target_dose: 5e2"),
        ("per_solution: yes", "per_solution: true"),
        ("end_flush: no", "end_flush: false"),
        ("  end_flush: no\n", ""),
        ("  per_solution: yes\n", ""),
        ("declared: [logarithmic]", "declared: []"),
        ("declared: [logarithmic]\n", ""),
        ("minutes: 15", "minutes: 15, volume_ml: 0.5"),
        ("number: 1,", "number: '1',"),
    ],
)
def test_what_the_contract_allows_is_read_alike(tmp_path: Path, what: str, into: str) -> None:
    assert what in RIGHT
    plain, allowed = (json.loads(schedule(tmp_path, text)[1]) for text in (RIGHT, RIGHT.replace(what, into, 1)))
    assert {**plain, "findings": []} == {**allowed, "findings": []}


def test_json_is_read_as_yaml_is(tmp_path: Path) -> None:
    mapping = {"drug": "x", "route": "intravenous", "target_dose": 10, "unit": "mg"}
    mapping["solutions"] = [{"number": 1, "volume_ml": 12.5, "amount": "full"}]
    mapping["steps"] = [
        {"solution": 1, "rate_ml_h": 1e-05, "volume_ml": 0.5},
        {"solution": 1, "rate_ml_h": 3, "volume_ml": "rest"},
    ]
    text = json.dumps(mapping)
    assert "1e-05" in text
    assert schedule(tmp_path, text, "plan.json") == schedule(tmp_path, text, "plan.yaml")
    assert json.loads(schedule(tmp_path, text, "plan.json")[1])["steps"][0]["rate_ml_h"] == "0.00001"
