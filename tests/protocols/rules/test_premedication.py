"""Premedication against the record (clinical.md 6): the culprit, allergies, aspirin, withdrawn medicines."""

from fractions import Fraction

import pytest

from protocols.rules.premedication import premedication_findings
from protocols.rules.premedication_messages import MESSAGES, WORDS
from protocols.rules.premedication_record import Measured, PatientRecord, Taken
from tests.protocols.rules.records import CLEAR, LIMITS, given, held, recorded

ASPIRIN = given("aspirin", dose="325")


def found(*rows, record: PatientRecord = CLEAR, fluids: str = "") -> list[tuple[str, str]]:
    findings = premedication_findings(tuple(rows), record, LIMITS, fluids=fluids)
    assert all(MESSAGES[finding.code] % dict(finding.values) for finding in findings)
    return [(finding.level, finding.code) for finding in findings]


def test_nothing_is_said_where_everything_was_asked():
    assert found(ASPIRIN, given("famotidine")) == []
    assert found(record=recorded(allergies_recorded=False)) == []


@pytest.mark.parametrize("name", ["famotidine", "Famotidine", "famotidine 20 mg", "FAMO-TIDINE"])
def test_the_culprit_can_never_be_premedication(name):
    assert found(given(name), record=held("famotidine", "culprit")) == [("blocker", "premedication-culprit")]


@pytest.mark.parametrize("why", ["confirmed", "suspected"])
def test_an_allergy_label_blocks_its_substance(why):
    record = held("dexamethasone phosphate", why)
    assert found(given("dexamethasone"), record=record) == [("blocker", "premedication-allergy")]
    assert found(given("famotidine"), record=record) == []


@pytest.mark.parametrize(
    ("row", "label"),
    [("aspirin", "NSAIDs"), ("methylprednisolone", "corticosteroids"), ("cetirizine", "antihistamines")],
)
def test_a_label_that_names_a_group_blocks_all_of_it(row, label):
    assert found(given(row), record=held(label, "confirmed")) == [("blocker", "premedication-class")]


def test_the_class_of_the_library_blocks_and_a_vague_one_does_not():
    record = held("new drug", "suspected", "setron", "cytotoxic")
    assert found(given("ondansetron", "setron"), record=record) == [("blocker", "premedication-class")]
    assert found(given("ondansetron", "cytotoxic"), record=record) == []


def test_one_nsaid_blocks_another_and_one_corticosteroid_needs_a_reason_after_another():
    assert found(ASPIRIN, record=held("ibuprofen", "confirmed")) == [("blocker", "premedication-class")]
    record = held("hydrocortisone", "confirmed")
    assert found(given("dexamethasone"), record=record) == [("sign-off", "premedication-related")]


def test_short_names_match_only_as_a_whole():
    assert found(given("MESNA"), record=held("mes", "confirmed")) == []


def test_the_same_medicine_twice_is_said_once():
    rows = (given("famotidine"), given("famotidine"))
    assert found(*rows, record=held("famotidine", "culprit")) == [("blocker", "premedication-culprit")]


def test_allergies_that_nobody_recorded_are_said():
    record = recorded(allergies_recorded=False)
    assert found(given("famotidine"), record=record) == [("caution", "premedication-allergies-unknown")]


def test_withdrawn_ranitidine_is_blocked_and_its_successor_named():
    finding = premedication_findings((given("ranitidine"),), CLEAR, LIMITS)[0]
    assert (finding.level, finding.code) == ("blocker", "premedication-withdrawn")
    assert dict(finding.values) == {"drug": "ranitidine", "successor": "famotidine", "dose": "20\u00a0mg"}


def test_nsaid_hypersensitivity_blocks_every_nsaid_and_nothing_else():
    record = recorded(nsaid_hypersensitivity=True)
    assert found(ASPIRIN, record=record) == [("blocker", "premedication-nsaid")]
    assert found(given("ketorolac"), record=record) == [("blocker", "premedication-nsaid")]
    assert found(given("acetaminophen"), record=record) == []


@pytest.mark.parametrize(
    ("ongoing", "days", "expected"),
    [
        (True, None, [("blocker", "premedication-anticoagulant")]),
        (False, None, [("sign-off", "premedication-anticoagulant-earlier")]),
        (False, 0, [("sign-off", "premedication-anticoagulant-earlier")]),
        (False, 30, [("sign-off", "premedication-anticoagulant-earlier")]),
        (False, 31, []),
    ],
)
def test_an_anticoagulant_blocks_while_it_is_taken(ongoing, days, expected):
    taken = Taken(name="apixaban", ongoing=ongoing, days_since=days)
    assert found(ASPIRIN, record=recorded(anticoagulants=(taken,), no_medicines=False)) == expected


@pytest.mark.parametrize(
    ("value", "days", "expected"),
    [
        ("99.9", 3, [("blocker", "premedication-platelets")]),
        ("99.9", 400, [("blocker", "premedication-platelets")]),
        ("100", 3, []),
        ("100", 30, []),
        ("100", 31, [("sign-off", "premedication-not-recorded")]),
    ],
)
def test_platelets_block_below_the_units_limit_and_a_good_value_grows_old(value, days, expected):
    platelets = Measured(value=Fraction(value), days_old=days, on="2026-11-01")
    assert found(ASPIRIN, record=recorded(platelets=platelets)) == expected
    assert found(given("montelukast"), record=recorded(platelets=platelets)) == []


@pytest.mark.parametrize(("value", "expected"), [("59.9", [("blocker", "premedication-clearance")]), ("60", [])])
def test_a_low_clearance_blocks(value, expected):
    clearance = Measured(value=Fraction(value), days_old=1, on="2026-11-01")
    assert found(ASPIRIN, record=recorded(clearance_ml_min=clearance)) == expected


def test_a_diagnosis_that_names_the_kidney_needs_a_reason():
    record = recorded(kidney_diagnoses=("renal cell carcinoma",))
    assert found(ASPIRIN, record=record) == [("sign-off", "premedication-kidney")]


def test_a_silent_record_clears_nothing_and_says_what_is_not_recorded():
    silent = recorded(nsaid_hypersensitivity=None, no_medicines=False, platelets=None, clearance_ml_min=None)
    findings = premedication_findings((ASPIRIN,), silent, LIMITS)
    assert [(finding.level, finding.code) for finding in findings] == [("sign-off", "premedication-not-recorded")]
    missing = dict(findings[0].values)["missing"]
    assert missing == ", ".join(WORDS[what] for what in ("nsaid", "anticoagulant", "platelets", "clearance"))
    assert found(given("montelukast"), record=silent) == []


def test_a_dose_left_open_is_said():
    assert found(given("methylprednisolone", dose=None)) == [("caution", "premedication-dose-open")]


def test_cytokine_release_proposes_what_is_not_ordered():
    record = recorded(cytokine_release=True)
    finding = premedication_findings((given("cetirizine"),), record, LIMITS)[0]
    assert (finding.level, finding.code) == ("caution", "premedication-cytokine-release")
    assert dict(finding.values)["missing"] == "acetaminophen or an NSAID, fluids, a corticosteroid"
    rows = (given("acetaminophen"), given("dexamethasone"))
    assert found(*rows, record=record) == [("caution", "premedication-cytokine-release")]
    assert found(*rows, record=record, fluids="saline 100 mL/h") == []
    assert found(*rows, given("normal saline"), record=record) == []
    assert found(given("cetirizine"), record=recorded(cytokine_release=None)) == []
