"""`assess` as contracts.md 4 has it: the example of the contract, and what is missing."""

import pytest

from desens.numbers.files import load_text
from reactions.assess import Settings, answer, read_case
from reactions.assess.contract import to_contract

EXAMPLE = """\
patient: {sex: F, age: 58, weight_kg: 70, medicines: [beta-blocker], conditions: [asthma], fev1_percent: 85,
          alternative: none}
reaction:
  drug: oxaliplatin
  exposure_number: 7
  onset_minutes: 20
  signs: [facial-pruritus, dyspnea, altered-consciousness]
  sbp_mmhg: 70
  baseline_sbp_mmhg: 130
  spo2_percent: 70
  temperature_c: 36.6
  body_surface_percent: 30
  treatment: [epinephrine-im, antihistamine-iv, corticosteroid-iv, fluids-iv, oxygen]
  interrupted: yes
  hospitalized: no
tryptase: {unit: ng/mL, baseline: 3.2, acute: 44.7, minutes_after_onset: 60}
il6: {unit: pg/mL, value: 80, limit: 7}
skin_tests:
  days_after_reaction: 21
  washouts: [{medicine: cetirizine, days_since: 8}]
  controls: {histamine_mm: [6, 6], negative_mm: [0, 0]}
  readings:
    - {kind: prick, concentration: 5, unit: mg/mL, wheal_mm: [4, 4], erythema_mm: 10}
    - {kind: intradermal, concentration: 0.5, unit: mg/mL, initial_mm: [5, 5], wheal_mm: [10, 9]}
challenge: negative
breakthroughs: [{protocol_steps: 12, step: 11, brown_grade: 2}]
naranjo:
  previous_conclusive_reports: yes
  after_drug: yes
"""


def example(**changed):
    return load_text(EXAMPLE, file="case.yaml") | changed


def assessed(data, **settings):
    return to_contract(answer(read_case(data), Settings(**settings)))


def without(*path):
    data = example()
    *sections, key = path
    place = data
    for section in sections:
        place = place[section]
    del place[key]
    return assessed(data)


def part(found, *keys):
    return {key: found[key] for key in keys}


def test_the_example_of_the_contract():
    found = assessed(example())
    assert found["brown"] == {
        "grade": 3,
        "because": ["SpO2 70 %", "SBP 70 mmHg", "altered consciousness"],
        "source": "Brown 2004",
    }
    for criteria in found["anaphylaxis"].values():
        assert part(criteria, "met", "criterion") == {"met": True, "criterion": 1}
    assert found["ctcae"]["infusion_related_reaction"]["grade"] == 4
    assert part(found["tryptase"], "significant", "threshold", "ratio", "source") == {
        "significant": True,
        "threshold": "5.84",
        "ratio": "13.96875",
        "source": "Valent 2019",
    }
    tests = found["skin_tests"]
    assert part(tests, "valid", "result", "cautions") == {
        "valid": True,
        "result": "positive",
        "cautions": ["flare-not-recorded"],
    }
    assert tests["readings"] == [
        {"result": "positive", "because": "4 mm above the negative control"},
        {"result": "positive", "because": "grown by 4.5 mm over the bleb"},
    ]
    assert found["phenotype"]["proposed"] == "type I"
    assert part(found["naranjo"], "score", "category") == {"score": 3, "category": "possible"}
    assert found["contraindications"] == []
    assert part(found["proposal"], "way", "pace", "steps", "where") == {
        "way": "desensitization",
        "pace": "rapid",
        "steps": 16,
        "where": "intensive care",
    }
    assert found["proposal"]["because"]
    assert "not_known_to_the_rules" not in found


def test_every_section_is_optional_and_nothing_is_concluded_from_nothing():
    found = assessed({})
    assert found["contraindications"] is None
    assert part(found["naranjo"], "score", "category") == {"score": 0, "category": None}
    verdicts = [
        (found["brown"], "grade"), *((found["anaphylaxis"][name], "met") for name in ("niaid_faan", "wao")),
        *((graded, "grade") for graded in found["ctcae"].values()), (found["tryptase"], "significant"),
        (found["il6"], "raised"), (found["skin_tests"], "result"), (found["phenotype"], "proposed"),
        (found["naranjo"], "category"), (found["proposal"], "way"),
    ]  # fmt: skip
    for section, key in verdicts:
        assert section[key] is None
        assert section["cannot"]


@pytest.mark.parametrize(
    ("path", "section", "key"),
    [
        (("tryptase", "baseline"), "tryptase", "significant"),
        (("tryptase", "acute"), "tryptase", "significant"),
        (("tryptase", "unit"), "tryptase", "significant"),
        (("il6", "limit"), "il6", "raised"),
        (("reaction", "signs"), "phenotype", "proposed"),
        (("reaction", "signs"), "proposal", "way"),
        (("patient", "alternative"), "proposal", "way"),
        (("patient",), "proposal", "way"),
        (("skin_tests", "readings"), "skin_tests", "result"),
        (("naranjo",), "naranjo", "category"),
    ],
)
def test_what_is_missing_makes_its_answer_null(path, section, key):
    found = without(*path)[section]
    assert found[key] is None
    assert found["cannot"]


def test_no_baseline_no_verdict_whatever_the_acute_value():
    assert without("tryptase", "baseline")["tryptase"]["cannot"] == ["the baseline tryptase is missing"]
    assert without("tryptase", "unit")["tryptase"]["cannot"] == ["the unit of the tryptase is missing"]


def test_no_skin_test_where_none_was_done():
    data = example()
    del data["skin_tests"]
    assert assessed(data)["skin_tests"]["cannot"] == ["no reading is recorded"]


def test_the_settings_of_the_unit_decide_where_sources_conflict():
    data = example()
    data["tryptase"] |= {"acute": "5.84"}
    assert assessed(data)["tryptase"]["significant"] is True
    assert assessed(data, tryptase_at_threshold_risen=False)["tryptase"]["significant"] is False
    data["tryptase"] |= {"baseline": "10", "acute": "15"}
    assert assessed(data, tryptase_rule="ratio")["tryptase"]["significant"] is False
    mild = {"patient": {"age": "50"}, "reaction": {"signs": ["urticaria"], "sbp_mmhg": "90", "onset_minutes": "90"}}
    assert assessed(mild)["brown"]["grade"] == 1
    assert assessed(mild, sbp_at_most_90=True)["brown"]["grade"] == 3
    assert assessed(mild)["phenotype"]["proposed"] == "type I"
    assert assessed(mild, immediate_within_h=1)["phenotype"]["proposed"] == "indeterminate"


def test_contraindications_and_delayed_readings_are_written():
    data = example(reaction={"signs": ["erythema-multiforme"], "onset_days": "11"})
    data["skin_tests"]["readings"][0]["delayed"] = [{"hours": "48", "infiltrated": "yes"}]
    found = assessed(data)
    assert found["contraindications"] == [
        {
            "code": "erythema-multiforme",
            "name": "erythema multiforme",
            "because": ["erythema multiforme"],
            "slow_oral_override": True,
        }
    ]
    assert part(found["proposal"], "way", "pace", "steps", "where") == {
        "way": "contraindicated",
        "pace": None,
        "steps": None,
        "where": None,
    }
    assert (found["skin_tests"]["delayed"], found["skin_tests"]["readings"][0]["delayed"]) == ("positive", "positive")


def test_the_path_through_the_tree_is_written():
    path = assessed(example())["proposal"]["path"]
    assert [(edge["question"], edge["answer"]) for edge in path] == [
        ("contraindication", "no"), ("alternative", "none"), ("skin-test", "positive"),
    ]  # fmt: skip
    assert path[-1]["to"] == "desensitization"
    assert all(edge["because"] for edge in path)


def test_what_cannot_be_true_together_is_said():
    found = assessed(example(reaction={"signs": ["tachycardia", "bradycardia"]}))
    assert len(found["contradictions"]) == 1
    assert "contradictions" not in assessed(example())


def test_words_that_the_rules_do_not_know_are_said():
    found = assessed(example(patient={"medicines": ["Beta_blocker", "tea"], "conditions": ["gout"]}))
    assert found["not_known_to_the_rules"] == ["tea", "gout"]
    washouts = [{"medicine": "tea"}, {"medicine": "omalizumab"}, {"medicine": "Cetirizine", "days_since": "6"}]
    data = example()
    data["skin_tests"]["washouts"] = washouts
    assert assessed(data)["skin_tests"]["cautions"] == [
        "flare-not-recorded", "medicine-not-listed", "medicine-suppresses", "washout-too-short",
    ]  # fmt: skip


def test_a_late_exanthem_with_nausea_gets_neither_the_rapid_nor_the_slow_way():
    patient = {"alternative": "none", "medicines": [], "conditions": []}
    reaction = {"onset_days": "12", "signs": ["maculopapular-rash", "nausea"]}
    found = assessed({"patient": patient, "reaction": reaction})
    assert (found["phenotype"]["proposed"], found["proposal"]["way"]) == ("indeterminate", None)
    assert "the allergist decides" in found["proposal"]["cannot"][0]
