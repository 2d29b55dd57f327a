"""What cannot be read: every error names its key and what was expected there."""

import pytest

from desens.numbers.fields import ContentError
from desens.numbers.files import load_text
from patients.background.medicines import shipped
from patients.background_choices import RiskKind
from reactions.assess import read_case
from reactions.assess.medicine_names import CONDITIONS, MEDICINES, known_medicine
from reactions.rules.level import read_level


def case(text):
    return read_case(load_text(text, file="case.yaml"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[]", "(content): expected a mapping with patient"),
        ("patients: {}", "patients: expected a known key (did you mean patient?)"),
        ("patient: null", "patient: expected a mapping, not null"),
        ("patient: {age: 200}", "patient, age: expected a number up to 125"),
        ("patient: {age: 5.5}", "patient, age: expected a whole number"),
        ("patient: {age: 0.5}", "expected a whole number of completed years, 0 before the first birthday, not 0.5"),
        ("patient: {sex: woman}", "patient, sex: expected one of F, M"),
        ("patient: {alternative: maybe}", "patient, alternative: expected one of none, exists"),
        ("patient: {medicines: aspirin}", "patient, medicines: expected a list"),
        ("patient: {medicines: [1, null]}", "patient, medicines entry 2: expected printable text"),
        ("patient: {weight_kg: 0}", "patient, weight_kg: expected a number above zero"),
        ("patient: {fev1_percent: 201}", "patient, fev1_percent: expected a number up to 200"),
        ("reaction: {signs: [urticara]}", "not urticara (did you mean urticaria?)"),
        ("reaction: {signs: []}", "reaction, signs: expected a list of 1 to"),
        ("reaction: {treatment: [epinephrin-im]}", "not epinephrin-im (did you mean epinephrine-im?)"),
        ("reaction: {onset_minutes: 5, onset_days: 1}", "reaction, onset_days: expected one onset"),
        ("reaction: {onset_hours: -1}", "reaction, onset_hours: expected a number not below zero"),
        ("reaction: {exposure_number: 0}", "reaction, exposure_number: expected a number above zero"),
        ("reaction: {sbp_mmhg: yes}", "reaction, sbp_mmhg: expected a number"),
        ("reaction: {sbp_mmhg: true}", "reaction, sbp_mmhg: expected a number, not true or false"),
        ("reaction: {sbp_mmhg: null}", "reaction, sbp_mmhg: expected a number, not null"),
        ("reaction: {sbp_mmhg: 1:10}", "reaction, sbp_mmhg: expected a number with a decimal point"),
        ("reaction: {spo2_percent: 101}", "reaction, spo2_percent: expected a number up to 100"),
        ("reaction: {spo2_percent: 0.7}", "spo2_percent: expected a percentage from 1 to 100, no fraction of one, not"),
        ("reaction: {temperature_c: 24.9}", "temperature_c: expected degrees Celsius from 25 to 45, not 24.9"),
        ("reaction: {temperature_c: 45.1}", "temperature_c: expected a number up to 45, not 45.1"),
        ("reaction: {sbp_mmhg: 19.9}", "reaction, sbp_mmhg: expected a pressure in mmHg of 20 or more, not 19.9"),
        ("reaction: {baseline_sbp_mmhg: 13}", "baseline_sbp_mmhg: expected a pressure in mmHg of 20 or more, not 13"),
        ("reaction: {interrupted: maybe}", "reaction, interrupted: expected true, false, yes or no"),
        ("tryptase: {unit: mg/L}", "tryptase, unit: expected one of ng/mL"),
        ("tryptase: {acute: about 3}", "tryptase, acute: expected"),
        ("tryptase: {acute: true}", "tryptase, acute: expected a number, or one such as <1.0"),
        ("tryptase: {acute: 0}", "tryptase, acute: expected a number above zero"),
        ("il6: {unit: pg}", "il6, unit: expected one of pg/mL"),
        ("skin_tests: []", "skin_tests: expected a mapping, not a list"),
        ("skin_tests: {readings: []}", "skin_tests, readings: expected a list of 1 to"),
        ("skin_tests: {readings: [{}]}", "skin_tests, readings entry 1, kind: expected a value"),
        ("skin_tests: {readings: [{kind: patch}]}", "skin_tests, readings entry 1, kind: expected one of prick"),
        ("skin_tests: {readings: [{kind: prick, wheal_mm: [1]}]}", "wheal_mm: expected two diameters in mm"),
        ("skin_tests: {readings: [{kind: prick, wheal_mm: [1, x]}]}", "wheal_mm 2: expected a number"),
        ("skin_tests: {readings: [{kind: prick, wheal_mm: -1}]}", "wheal_mm 1: expected a number not below zero"),
        ("skin_tests: {readings: [{kind: prick, concentration: 0}]}", "concentration: expected a number above zero"),
        ("skin_tests: {readings: [{kind: prick, unit: mg}]}", "unit: expected one of ng/mL"),
        ("skin_tests: {controls: {saline_mm: 0}}", "skin_tests, controls, saline_mm: expected a known key"),
        ("skin_tests: {washouts: [{days_since: 3}]}", "skin_tests, washouts entry 1, medicine: expected a value"),
        ("challenge: unclear", "challenge: expected one of positive, negative"),
        ("breakthroughs: [{protocol_steps: 12, step: 13}]", "step: expected a step of the protocol's 12, not 13"),
        ("breakthroughs: [{brown_grade: 4}]", "brown_grade: expected a whole number up to 3"),
        ("naranjo: {after_drug: perhaps}", "naranjo, after_drug: expected yes, no or unknown"),
        ("naranjo: {rechallenge: yes}", "naranjo, rechallenge: expected a known key (did you mean reappeared"),
    ],
)
def test_an_error_names_its_key(text, said):
    with pytest.raises(ContentError) as raised:
        case(text)
    assert said in str(raised.value)


def test_everything_that_may_be_written_is_read():
    read = case(
        "patient: {age: 0, medicines: [], conditions: []}\n"
        "reaction: {onset_days: 2, interrupted: true, died: no, treatment: [], body_surface_percent: 0}\n"
        "tryptase: {unit: ug/L, baseline: '<1.0', acute: 5}\n"
        "skin_tests: {washouts: [], controls: {histamine_mm: 6}}\n"
        "breakthroughs: []\n"
        "naranjo: {after_drug: true, alternative_causes: no, dose_dependent: unknown}\n"
    )
    assert (read.patient.age_years, read.patient.medicines, read.observed.treatment) == (0, frozenset(), frozenset())
    assert (read.observed.onset_minutes, read.observed.interrupted, read.observed.died) == (2880, True, False)
    assert read.tryptase.baseline == read_level("<1.0")
    assert (read.skin_tests.readings, read.skin_tests.washouts, read.skin_tests.histamine.mean_mm) == ((), (), 6)
    assert read.naranjo == {"after_drug": True, "alternative_causes": False, "dose_dependent": None}


def test_the_names_are_those_of_the_patients_background():
    classes = {rule.medicine.replace("_", "-") for rule in shipped()} - {"other"}
    assert set(MEDICINES.values()) == classes
    assert {kind.replace("_", "-") for kind in RiskKind.values} <= set(CONDITIONS.values())


def test_the_least_and_the_greatest_that_can_be_are_read():
    for spo2, celsius, sbp in (("1", "25", "20"), ("100", "45", "400")):
        read = case(f"reaction: {{spo2_percent: {spo2}, temperature_c: {celsius}, sbp_mmhg: {sbp}, heart_rate: 0}}")
        assert (read.observed.spo2_percent, read.observed.temperature_c) == (int(spo2), int(celsius))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("bisoprolol 2.5 mg", "beta-blocker"),
        ("Metoprolol succinate", "beta-blocker"),
        ("bisoprolol/hctz", "beta-blocker"),
        ("HCTZ + bisoprolol 5 mg", "beta-blocker"),
        ("timolol eye drops", "beta-blocker"),
        ("acetylsalicylic acid 100 mg", "nsaid"),
        ("perindopril/amlodipine", "ace-inhibitor"),
        ("ACE-inhibitor", "ace-inhibitor"),
        ("topical corticosteroid", "topical-corticosteroid"),
        *((name, "beta-blocker") for name in ("acebutolol", "betaxolol", "celiprolol", "esmolol", "pindolol")),
    ],
)
def test_a_medicine_is_known_by_the_name_it_begins_with(written, code):
    assert known_medicine(written)[1] == code
    assert case(f"patient: {{medicines: ['{written}']}}").patient.medicines == {code}


@pytest.mark.parametrize(
    "written", ["hydrocortisone cream", "tea", "no bisoprolol", "bisoprololx", "azelastine nasal spray"]
)
def test_a_medicine_that_is_none_of_the_classes_is_not_guessed(written):
    assert known_medicine(written) is None
    assert case(f"patient: {{medicines: ['{written}']}}").patient.unknown == (written,)


def test_a_washout_goes_by_the_name_it_begins_with():
    found = case("skin_tests: {washouts: [{medicine: cyproheptadine 4 mg, days_since: 8}]}").skin_tests.washouts[0]
    assert (found.known, found.recommended_days) == (True, 11)


@pytest.mark.parametrize("written", ["coronary disease", "Aortic stenosis", "severe aortic stenosis", "CAD"])
def test_a_disease_of_the_heart_is_known(written):
    assert case(f"patient: {{conditions: ['{written}']}}").patient.conditions == {"cardiac-disease"}
