"""Brown 2004: grade = highest feature; a measured value beats its sign."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reactions.rules.brown import MILD, MODERATE, SEVERE, brown
from reactions.rules.signs import SIGNS
from tests.reactions.rules.seeing import ANYTHING, codes, seen, words

#: clinical.md 1.1, written down a second time.
TABLE = {
    3: "cyanosis hypoxia hypotension shock respiratory-arrest cardiac-arrest syncope collapse loss-of-consciousness "
    "altered-consciousness confusion incontinence seizure",
    2: "dyspnea stridor wheeze bronchospasm laryngeal-edema throat-tightness chest-tightness hoarseness cough nausea "
    "vomiting abdominal-pain diarrhea dizziness presyncope diaphoresis",
    1: "generalized-erythema urticaria periorbital-edema angioedema lip-edema tongue-edema facial-edema flushing "
    "pruritus facial-pruritus palmoplantar-pruritus localized-erythema palmoplantar-erythema throat-itch",
}
GRADES = {sign: grade for grade, signs in TABLE.items() for sign in signs.split()}


@pytest.mark.parametrize("sign", SIGNS)
def test_each_sign_alone_has_the_grade_of_the_table(sign):
    graded = brown(seen(sign))
    assert graded.grade == GRADES.get(sign)
    assert codes(graded.because) == ([sign] if sign in GRADES else [])
    assert graded.cannot == ()
    assert graded.source == "Brown 2004"


def test_the_example_of_the_contract():
    graded = brown(
        seen("facial-pruritus", "dyspnea", "altered-consciousness", sbp_mmhg=70, baseline_sbp_mmhg=130, spo2_percent=70)
    )
    assert graded.grade == 3
    assert words(graded.because) == ["SpO2 70 %", "SBP 70 mmHg", "altered consciousness"]
    assert graded.notes == ()


@pytest.mark.parametrize(("sbp", "grade"), [(89, 3), ("89.9", 3), (90, 1), (91, 1)])
def test_an_adults_pressure_is_severe_below_90(sbp, grade):
    assert brown(seen("urticaria", sbp_mmhg=sbp)).grade == grade


@pytest.mark.parametrize(("sbp", "grade"), [(89, 3), (90, 3), ("90.1", 1), (91, 1)])
def test_or_at_90_where_the_unit_says_so(sbp, grade):
    assert brown(seen("urticaria", sbp_mmhg=sbp), at_most_90=True).grade == grade


def test_exactly_90_is_visible_under_either_choice():
    at_90 = seen("urticaria", sbp_mmhg=90)
    assert words(brown(at_90).notes) == ["SBP is exactly 90 mmHg: not severe here (below 90 is)"]
    assert words(brown(at_90, at_most_90=True).notes) == ["SBP is exactly 90 mmHg: severe here (90 or below is)"]
    assert brown(seen("urticaria", sbp_mmhg=91)).notes == ()


@pytest.mark.parametrize(("spo2", "grade"), [(91, 3), (92, 3), ("92.1", 1), (93, 1)])
def test_saturation_is_severe_at_92_and_below(spo2, grade):
    graded = brown(seen("urticaria", spo2_percent=spo2))
    assert graded.grade == grade
    assert ("spo2-at-limit" in codes(graded.notes)) is (spo2 == 92)


def test_a_measured_value_beats_its_sign():
    pressure = brown(seen("urticaria", "hypotension", sbp_mmhg=95))
    assert (pressure.grade, codes(pressure.because)) == (1, ["urticaria"])
    assert words(pressure.notes) == ["hypotension is not counted: SBP 95 mmHg was measured, low is below 90 mmHg"]
    at_most = brown(seen("hypotension", "urticaria", sbp_mmhg=95), at_most_90=True)
    assert words(at_most.notes) == ["hypotension is not counted: SBP 95 mmHg was measured, low is 90 mmHg or below"]
    saturation = brown(seen("hypoxia", "dyspnea", spo2_percent=95))
    assert (saturation.grade, codes(saturation.because)) == (2, ["dyspnea"])
    assert words(saturation.notes) == ["hypoxia is not counted: SpO2 95 % was measured, low is 92 % or below"]


def test_a_sign_that_its_value_bears_out_is_listed_beside_it():
    graded = brown(seen("hypotension", "hypoxia", sbp_mmhg=89, spo2_percent=91))
    assert words(graded.because) == ["SpO2 91 %", "SBP 89 mmHg", "hypoxia", "hypotension"]


def test_what_is_seen_counts_whatever_was_measured():
    assert brown(seen("cyanosis", spo2_percent=99)).grade == 3
    assert brown(seen("shock", sbp_mmhg=120)).grade == 3


@pytest.mark.parametrize(("sbp", "grade"), [(79, 3), (80, 1), (81, 1)])
def test_a_child_has_the_limit_of_its_age_and_it_is_said(sbp, grade):
    graded = brown(seen("urticaria", age_years=5, sbp_mmhg=sbp))
    assert graded.grade == grade
    assert words(graded.notes) == ["low at 5 years is SBP below 80 mmHg (NIAID/FAAN); the scale gives adults only"]


def test_without_an_age_the_limit_of_adults_is_assumed_and_said():
    graded = brown(seen("urticaria", age_years=None, sbp_mmhg=85))
    assert graded.grade == 3
    assert words(graded.notes) == ["the age is missing: SBP 85 mmHg was judged as that of an adult"]
    assert brown(seen("urticaria", age_years=None, sbp_mmhg=91)).notes == ()


def test_grade_1_by_signs_that_brown_does_not_name_says_so():
    assert codes(brown(seen("flushing")).notes) == ["mild-by-choice"]
    assert brown(seen("flushing", "urticaria")).notes == ()
    assert brown(seen("flushing", "dyspnea")).notes == ()


def test_nothing_recorded_is_no_grade_but_a_question():
    assert codes(brown(seen()).cannot) == ["signs-missing"]
    assert codes(brown(seen(sbp_mmhg=120)).cannot) == ["signs-missing"]
    assert brown(seen(sbp_mmhg=80)).grade == 3
    fever = brown(seen("fever", "rigors", "back-pain"))
    assert (fever.grade, fever.because, fever.cannot, codes(fever.notes)) == (None, (), (), ["not-of-this-scale"])


def expected(observed):
    """The grade by a second way: the highest of each feature on its own."""
    adults = 90 if observed.age_years is None else min(90, 70 + 2 * observed.age_years)
    low = observed.sbp_mmhg is not None and observed.sbp_mmhg < adults
    desaturated = observed.spo2_percent is not None and observed.spo2_percent <= 92
    signs = set(observed.signs)
    signs -= {"hypotension"} if observed.sbp_mmhg is not None and not low else set()
    signs -= {"hypoxia"} if observed.spo2_percent is not None and not desaturated else set()
    return max([GRADES.get(sign, 0) for sign in signs] + [3 * low, 3 * desaturated, 0]) or None


@given(ANYTHING)
def test_the_grade_is_that_of_the_highest_feature(observed):
    graded = brown(observed)
    assert graded.grade == expected(observed)
    assert bool(graded.because) is (graded.grade is not None)
    assert words(graded.because + graded.notes + graded.cannot)


@given(ANYTHING, st.sampled_from(list(SIGNS)))
def test_one_more_sign_never_lowers_the_grade(observed, sign):
    more = replace(observed, signs=observed.signs | {sign})
    assert (brown(more).grade or 0) >= (brown(observed).grade or 0)
    at_most = brown(observed, at_most_90=True)
    assert (at_most.grade or 0) >= (brown(observed).grade or 0)


def test_no_sign_has_two_grades():
    assert len(SEVERE | MODERATE | MILD) == len(SEVERE) + len(MODERATE) + len(MILD) == len(GRADES)
