"""`manage.py assess`: formats, exit status, input that cannot be read; no environment, no database, no traceback."""

import csv
import io
import json
import subprocess
import sys

import pytest

from desens.file_command import FORMATS
from desens.numbers.files import load_text
from reactions.management.commands.assess import run
from tests.reactions.assess.test_contract import EXAMPLE


def assessed(folder, text, output="json", name="case.yaml"):
    path = folder / name
    path.write_text(text)
    return run(path, output)


def test_json_with_status_0(tmp_path):
    status, output, error = assessed(tmp_path, EXAMPLE)
    assert (status, error) == (0, "")
    assert json.loads(output)["proposal"]["steps"] == 16


def test_a_json_file_says_the_same(tmp_path):
    data = json.dumps(load_text(EXAMPLE, file="case.yaml"))
    assert assessed(tmp_path, data, name="case.json") == assessed(tmp_path, EXAMPLE)


@pytest.mark.parametrize("output", FORMATS)
@pytest.mark.parametrize("text", [EXAMPLE, "{}", "reaction: {signs: [pustules]}\npatient: {medicines: [tea]}"])
def test_every_format_ends_in_a_line(tmp_path, output, text):
    status, written, error = assessed(tmp_path, text, output)
    assert (status, error) == (0, "")
    assert written.endswith("\n")


def test_the_formats_for_people(tmp_path):
    table, text = (assessed(tmp_path, EXAMPLE, output)[1] for output in ("table", "text"))
    assert "brown                            3\n" in table
    assert text.startswith("brown: 3 (Brown 2004)\n  because: SpO2 70 %; SBP 70 mmHg; altered consciousness\n")
    assert "against: interleukin 6 raised" in text
    rows = list(csv.DictReader(io.StringIO(assessed(tmp_path, EXAMPLE, "csv")[1])))
    by_question = {row["question"]: row for row in rows}
    assert by_question["proposal"]["answer"] == "desensitization"
    assert by_question["tryptase"] | {"because": ""} == {
        "question": "tryptase", "answer": "yes", "because": "", "cannot": "", "source": "Valent 2019",
    }  # fmt: skip
    assert by_question["first bag dilution"]["answer"] == "1000"


def test_what_cannot_be_computed_is_said_to_people_as_well(tmp_path):
    text = assessed(tmp_path, "{}", "text")[1]
    assert "tryptase: -\n  cannot be computed: the acute tryptase is missing; the baseline" in text
    assert "contraindications: -\n  cannot be computed: no sign is recorded" in text
    odd = assessed(tmp_path, "reaction: {signs: [pustules]}\npatient: {medicines: [tea]}", "text")[1]
    assert "contraindications: acute generalized exanthematous pustulosis (AGEP) (pustules)" in odd
    assert odd.endswith("not known to the rules: tea\n")
    both = assessed(tmp_path, "reaction: {signs: [tachycardia, bradycardia]}", "text")[1]
    assert "contradiction: " in both


def test_the_table_drops_no_caution_and_nothing_that_is_missing(tmp_path):
    mild = (
        "patient: {alternative: none, medicines: [beta-blocker], conditions: []}\n"
        "reaction: {onset_minutes: 20, signs: [urticaria]}\n"
        "skin_tests: {days_after_reaction: 3, readings: [{kind: prick, wheal_mm: 4}]}\n"
    )
    contract = json.loads(assessed(tmp_path, mild)[1])
    sections = [
        contract[name] for name in ("brown", "tryptase", "il6", "skin_tests", "phenotype", "naranjo", "proposal")
    ]
    expected = [said for one in sections for name in ("cautions", "cannot", "notes") for said in one.get(name, ())]
    expected += contract["proposal"]["because"]
    assert contract["proposal"]["cautions"]
    assert "caution: too-early" in assessed(tmp_path, mild, "table")[1]
    for output in ("table", "text", "csv"):
        written = assessed(tmp_path, mild, output)[1]
        assert [said for said in expected if said not in written] == []


@pytest.mark.parametrize("output", ["table", "text", "csv"])
def test_a_scale_that_nobody_answered_shows_no_zero(tmp_path, output):
    lines = assessed(tmp_path, "{}", output)[1].splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("naranjo"))
    assert "0" not in lines[at]
    assert "no item" in "".join(lines[at : at + 2])
    assert "naranjo: 0 doubtful" in assessed(tmp_path, "naranjo: {dose_dependent: no}", "text")[1]


@pytest.mark.parametrize(
    ("reaction", "phenotype", "suspected"),
    [
        (
            "{onset_minutes: 75, signs: [maculopapular-rash, flushing, facial-edema, dyspnea, hypotension], "
            "sbp_mmhg: 60, baseline_sbp_mmhg: 130, spo2_percent: 88}",
            "type I",
            [],
        ),
        ("{onset_hours: 8, signs: [maculopapular-rash, urticaria, stridor], sbp_mmhg: 80}", "indeterminate", []),
        ("{signs: [maculopapular-rash]}", None, []),
        ("{onset_days: 8, signs: [urticaria, arthralgia], temperature_c: 39.2}", "indeterminate", ["serum-sickness"]),
        (
            "{onset_days: 21, signs: [maculopapular-rash, fever, facial-edema], temperature_c: 39.5, "
            "body_surface_percent: 70}",
            "type IV",
            ["dress"],
        ),
        ("{onset_days: 20, signs: [eosinophilia, lymphadenopathy, fever]}", "indeterminate", ["dress"]),
        (
            "{onset_days: 20, signs: [generalized-erythema], body_surface_percent: 95}",
            "indeterminate",
            ["exfoliative-eruption"],
        ),
        ("{onset_days: 12, signs: [maculopapular-rash], body_surface_percent: 30}", "type IV", []),
    ],
)
def test_cases_of_a_reviewer(tmp_path, reaction, phenotype, suspected):
    text = f"patient: {{alternative: none, medicines: [], conditions: []}}\nreaction: {reaction}\n"
    written = assessed(tmp_path, text)[1]
    found = json.loads(written)
    assert [one["code"] for one in found["contraindications"]] == suspected
    assert found["phenotype"]["proposed"] == phenotype
    assert found["phenotype"]["proposed"] or found["phenotype"]["cannot"]
    assert "\\u202f" not in written


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("reaction: {signs: [urticara]}", "case.yaml", "case.yaml: reaction, signs: expected one of"),
        (
            EXAMPLE + "challenge: positive\n",
            "case.yaml",
            "case.yaml: (content): expected the key 'challenge' once only",
        ),
        ("[]", "case.json", "case.json: (content): expected a mapping"),
        ("", "case.yaml", "case.yaml: (content): expected a mapping"),
        ("{", "case.json", "case.json: line 1: expected JSON"),
    ],
)
def test_what_cannot_be_read_is_one_line_with_status_2(tmp_path, text, name, said):
    status, output, error = assessed(tmp_path, text, name=name)
    assert (status, output) == (2, "")
    assert error.startswith(said)
    assert error.count("\n") == 1


def test_the_nearest_sign_is_suggested(tmp_path):
    assert "(did you mean urticaria?)" in assessed(tmp_path, "reaction: {signs: [urticara]}")[2]


def test_a_missing_file(tmp_path):
    assert run(tmp_path / "none.yaml", "json")[0] == 2


def test_the_command_itself_needs_no_environment_and_no_database(tmp_path):
    (tmp_path / "case.yaml").write_text(EXAMPLE)
    command = [sys.executable, "manage.py", "assess", str(tmp_path / "case.yaml"), "--format", "text"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"PATH": ""})
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("brown: 3")
