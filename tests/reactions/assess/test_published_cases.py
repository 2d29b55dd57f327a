"""All published cases: what the papers print is what the rules propose, or the table says where they part and why."""

from pathlib import Path

import pytest

from desens.numbers.files import load_file
from reactions.assess import answer, read_case
from reactions.assess.contract import to_contract

CASES = load_file(Path(__file__).parents[1] / "cases" / "published.yaml")
MEANT = {"yes": True, "no": False}


def proposals(case):
    found = to_contract(answer(read_case(case["assess"])))
    naranjo = found["naranjo"]
    proposed = {
        "brown": found["brown"]["grade"],
        "skin_tests": found["skin_tests"]["result"],
        "phenotype": found["phenotype"]["proposed"],
        "naranjo": f"{naranjo['score']} {naranjo['category']}",
        "tryptase": found["tryptase"]["significant"],
        **{scale: found["anaphylaxis"][scale]["met"] for scale in ("niaid_faan", "wao")},
        **{term: graded["grade"] for term, graded in found["ctcae"].items() if term != "anaphylaxis"},
    }
    return proposed | found["proposal"]


def expected(value):
    return value if value is None else MEANT.get(value, int(value) if value.isdigit() else value)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_the_proposal_is_what_is_printed_or_says_why_not(case):
    found = proposals(case)
    parted = case.get("differs", {})
    for what, printed in case["printed"].items():
        if what in parted:
            assert found[what] == expected(parted[what]["proposal"]) != expected(printed)
            assert parted[what]["why"]
        else:
            assert found[what] == expected(printed), what
    for what, proposal in case.get("proposed", {}).items():
        assert found[what] == expected(proposal), what
    assert set(parted) <= set(case["printed"])


def test_all_cases_are_here():
    names = [case["case"] for case in CASES]
    for number in range(1, 9):
        assert any(name.startswith(f"omalizumab series {number},") for name in names)
    for drug in ("alectinib", "alemtuzumab", "atezolizumab", "bevacizumab"):
        assert any(name.startswith(drug) for name in names)


def test_the_series_parts_from_the_print_only_where_the_series_itself_says():
    """Its own file: patient 7 "initial reaction shivers only", patient 3 "mixed only with the breakthroughs"."""
    parted = {case["case"][:19] for case in CASES if "differs" in case and case["case"].startswith("omalizumab")}
    assert parted == {"omalizumab series 3", "omalizumab series 7"}


def test_the_erratum_of_the_alectinib_case():
    case = next(case for case in CASES if case["case"] == "alectinib")
    items = case["assess"]["naranjo"] | {"reappeared_on_rechallenge": "unknown"}
    score = answer(read_case(case["assess"] | {"naranjo": items})).verdicts.naranjo
    assert (score.score, score.category) == (7, "probable")


def test_what_the_missing_negative_control_of_alemtuzumab_leaves_open():
    case = next(case for case in CASES if case["case"] == "alemtuzumab, infusion 2")
    found = to_contract(answer(read_case(case["assess"])))["skin_tests"]
    assert (found["valid"], found["result"], found["cautions"]) == (None, "positive", ["negative-control-not-recorded"])


def test_a_case_that_is_not_known_to_be_anaphylaxis_goes_by_its_grade():
    case = next(case for case in CASES if case["case"] == "omalizumab series 3, oxaliplatin")
    found = to_contract(answer(read_case(case["assess"])))
    assert [criteria["met"] for criteria in found["anaphylaxis"].values()] == [None, None]
    assert any("Brown's definition of anaphylaxis" in reason for reason in found["proposal"]["because"])
