"""`manage.py schedule` with oral phases and single doses: the four formats and exit status (contracts.md 0 to 2)."""

import csv
import io
import json

import pytest

from desens.file_command import FORMATS
from protocols.management.commands.schedule import run

DAYS = """\
drug: alectinib
route: oral
target_dose: 1200
unit: mg
strengths: [150, 40]
phases:
  - {days: [1, 2], dose: 340, times_per_day: 2}
  - {days: [3, 7], doses: {morning: 450, evening: 605}}
  - {days: [8, null], dose: 600, times_per_day: 2}
"""
DOSES = """\
drug: phenoxymethylpenicillin
route: oral
target_dose: 700
unit: U
solutions: [{number: 1, concentration: 1000, volume_ml: 5}]
interval_minutes: 15
doses:
  - {solution: 1, volume_ml: 0.1}
  - {solution: 1, dose: 200}
  - {dose: 400, minutes_after_previous: 30}
"""


def printed(folder, text, output="json", name="plan.yaml"):
    path = folder / name
    path.write_text(text)
    return run(path, output)


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", ",")


def test_days_as_the_contract_has_them(tmp_path):
    status, output, error = printed(tmp_path, DAYS)
    assert (status, error) == (0, "")
    published = json.loads(output)
    assert published["days"][0] == {
        "day": 1,
        "doses": [
            {"time": "morning", "dose": "340", "units": "2 x 150 + 1 x 40"},
            {"time": "evening", "dose": "340", "units": "2 x 150 + 1 x 40"},
        ],
        "total": "680",
        "fold_increase": None,
    }
    assert [day["day"] for day in published["days"]] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert published["days"][2]["doses"][1] == {"time": "evening", "dose": "605", "units": None}
    (finding,) = published["findings"]
    assert (finding["level"], finding["code"], finding["where"]) == ("caution", "must-be-compounded", "day 3")
    assert plain(finding["message"]) == (
        "On day 3 605 mg cannot be made of whole units of 150 mg, 40 mg: it must be compounded."
    )


def test_days_for_people(tmp_path):
    table = plain(printed(tmp_path, DAYS, "table")[1]).splitlines()
    assert table[0] == "alectinib, oral, target 1,200 mg a day: 1,200 mg a day from the last phase on"
    assert any(line.split() == ["1", "morning", "340", "2", "x", "150", "+", "1", "x", "40", "680"] for line in table)
    assert any(line.startswith("8 on  morning") for line in table)
    text = plain(printed(tmp_path, DAYS, "text")[1])
    assert "Day 1: morning 340 mg (2 x 150 + 1 x 40), evening 340 mg (2 x 150 + 1 x 40), 680 mg in all." in text
    assert "Day 8 and every day after it: morning 600 mg (4 x 150), evening 600 mg (4 x 150), 1,200 mg a day." in text


def test_days_in_a_spreadsheet(tmp_path):
    rows = list(csv.DictReader(io.StringIO(printed(tmp_path, DAYS, "csv")[1])))
    assert len(rows) == 16
    assert rows[0] == {
        "day": "1", "time": "morning", "dose": "340", "units": "2 x 150 + 1 x 40", "total": "680", "fold_increase": "",
        "findings": "",
    }  # fmt: skip
    assert [row["findings"] for row in rows if row["findings"]] == ["caution must-be-compounded"]


def test_single_doses_for_people(tmp_path):
    table = plain(printed(tmp_path, DOSES, "table")[1]).splitlines()
    assert table[0] == "phenoxymethylpenicillin, oral, target 700 units: 700 units given in 3 doses, 45 min"
    assert any(line.split() == ["2", "15", "1", "0.2", "200", "300", "2"] for line in table)
    text = plain(printed(tmp_path, DOSES, "text")[1])
    assert "Minute 15, dose 2: 0.2 mL of solution 1 x 1,000 units/mL = 200 units, 300 units in all." in text
    assert "Minute 45, dose 3: 400 units, 700 units in all." in text


def test_single_doses_in_a_spreadsheet_and_as_json(tmp_path):
    rows = list(csv.DictReader(io.StringIO(printed(tmp_path, DOSES.replace("700", "900"), "csv")[1])))
    assert [row["minute"] for row in rows] == ["0", "15", "45"]
    assert [row["findings"] for row in rows] == ["", "", "blocker target-missed"]
    (bottle,) = json.loads(printed(tmp_path, DOSES)[1])["solutions"]
    assert (bottle["infused_ml"], bottle["discarded_ml"], bottle["discarded_amount"]) == ("0.3", "4.7", "4700")


@pytest.mark.parametrize("output", FORMATS)
def test_a_bottle_that_runs_dry_is_status_1(tmp_path, output):
    status, text, error = printed(tmp_path, DOSES.replace("volume_ml: 5", "volume_ml: 0.2"), output)
    assert (status, error) == (1, "")
    assert "bag-exhausted" in text


WRONG = [
    (DAYS, "[3, 7]", "[4, 7]", "phases entry 2, days"),
    (DAYS, "[3, 7]", "[3, null]", "phases entry 2, days"),
    (DAYS, "times_per_day: 2", "times_per_day: 6", "times_per_day"),
    (DAYS, "dose: 340", "dose: 3_40", "dose"),
    (DAYS, "morning: 450", "mornin: 450", "did you mean morning"),
    (DAYS, "route: oral", "route: subcutaneous", "route"),
    (DAYS, "phases:", "steps:", "phases"),
    (DAYS, "strengths: [150, 40]", "strengths: [150, no]", "strengths entry 2"),
    (DOSES, "volume_ml: 0.1", "volume_ml: 0.1, dose: 101", "dose"),
    (DOSES, "unit: U", "unit: mL", "unit"),
    (DOSES, "solution: 1, dose", "solution: 3, dose", "solution"),
    (DOSES, "interval_minutes: 15\n", "", "minutes_after_previous"),
    (DOSES, "interval_minutes: 15", "interval_minutes: 1:10", "interval_minutes"),
    (DOSES, "doses:", "dosis:", "doses"),
    (DOSES, "route: oral", "route: intravenous", "interval_minutes"),
]


@pytest.mark.parametrize(("text", "what", "into", "named"), WRONG)
def test_each_error_is_one_line_that_names_file_and_key(tmp_path, text, what, into, named):
    assert what in text
    status, output, error = printed(tmp_path, text.replace(what, into, 1))
    assert (status, output) == (2, "")
    assert len(error.splitlines()) == 1
    assert "plan.yaml" in error
    assert named in error


@pytest.mark.parametrize("text", [DAYS, DOSES])
def test_no_cell_is_a_formula(tmp_path, text):
    output = printed(tmp_path, text.replace("drug: ", "drug: =cmd "), "csv")[1]
    cells = [cell for row in csv.reader(io.StringIO(output)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
