"""Brown adapted for taxanes, and where it disagrees with Brown 2004."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reactions.rules.brown_taxanes import SEVERE, brown_taxanes, scales_differ
from reactions.rules.signs import SIGNS
from tests.reactions.rules.seeing import ANYTHING, codes, seen, words


@pytest.mark.parametrize(
    ("signs", "grade"),
    [
        (["flushing"], 1),
        (["urticaria", "flushing", "angioedema"], 1),
        (["back-pain"], 1),
        (["dyspnea"], 1),
        (["dyspnea", "throat-tightness"], 1),
        (["flushing", "back-pain"], 2),
        (["flushing", "dyspnea", "chest-tightness"], 2),
        (["urticaria", "confusion"], 2),
        (["nausea", "tachycardia"], 2),
        (["syncope"], 3),
        (["flushing", "syncope"], 3),
        (["dyspnea", "hypotension"], 3),
        (["cyanosis"], 3),
        (["maculopapular-rash"], None),
    ],
)
def test_systems_are_counted(signs, grade):
    graded = brown_taxanes(seen(*signs))
    assert graded.grade == grade
    assert graded.cannot == ()
    assert set(codes(graded.because)) <= set(signs)


@pytest.mark.parametrize(("sbp", "grade"), [(89, 3), (90, 3), ("90.1", 2), (91, 2)])
def test_an_adults_pressure_is_severe_at_90_and_below(sbp, grade):
    graded = brown_taxanes(seen("flushing", "dyspnea", sbp_mmhg=sbp))
    assert graded.grade == grade
    assert words(graded.because)[0] == (f"SBP {sbp} mmHg" if grade == 3 else "flushing")


@pytest.mark.parametrize(("spo2", "grade"), [(91, 3), (92, 3), (93, 2)])
def test_saturation_is_severe_at_92_and_below(spo2, grade):
    assert brown_taxanes(seen("flushing", "dyspnea", "hypoxia", spo2_percent=spo2)).grade == grade


def test_one_system_is_grade_1_only_if_mild_and_that_is_said():
    assert codes(brown_taxanes(seen("back-pain")).notes) == ["mild-one-system"]
    assert brown_taxanes(seen("flushing")).notes == ()
    grave = brown_taxanes(seen("bronchospasm", "wheeze"))
    assert (grave.grade, codes(grave.cannot)) == (None, ["mildness-missing", "bronchospasm"])


def test_nothing_recorded_cannot_be_graded():
    assert codes(brown_taxanes(seen()).cannot) == ["signs-missing"]


def test_at_exactly_90_the_scales_disagree():
    at_90 = seen("urticaria", "dyspnea", sbp_mmhg=90)
    assert words(scales_differ(at_90)) == [
        "SBP is exactly 90 mmHg: Brown 2004 calls severe what is below 90, the taxane version what is 90 or below",
        "Brown 2004 gives 2, the taxane version 3",
    ]
    assert scales_differ(at_90, at_most_90=True) == ()
    assert scales_differ(replace(at_90, age_years=17)) == ()
    assert codes(scales_differ(replace(at_90, age_years=None)))[0] == "scales-at-90"
    for beside in (89, 91):
        assert scales_differ(seen("urticaria", "dyspnea", sbp_mmhg=beside)) == ()


def test_at_exactly_92_the_scales_agree_and_it_is_said():
    at_92 = seen("urticaria", "dyspnea", spo2_percent=92)
    assert scales_differ(at_92) == ()
    assert words(brown_taxanes(at_92).notes) == [
        "SpO2 is exactly 92 %: severe by Brown 2004 and by its taxane version alike"
    ]


def test_wherever_the_grades_differ_it_is_said():
    assert words(scales_differ(seen("confusion", "urticaria"))) == ["Brown 2004 gives 3, the taxane version 2"]
    assert words(scales_differ(seen("back-pain"))) == [
        "only one of the scales has a grade: Brown 2004 -, the taxane version 1"
    ]
    assert codes(scales_differ(seen("bronchospasm"))) == ["scales-one-grade"]
    assert scales_differ(seen("urticaria")) == scales_differ(seen()) == ()


@given(ANYTHING, st.sampled_from(list(SIGNS)))
def test_one_more_sign_never_lowers_the_grade(observed, sign):
    before, after = brown_taxanes(observed), brown_taxanes(replace(observed, signs=observed.signs | {sign}))
    assert (after.grade or 0) >= (before.grade or 0) or after.cannot
    assert (before.grade is None) or bool(before.because)
    words(before.because + before.notes + before.cannot + scales_differ(observed))


def test_severe_signs_are_signs():
    assert SIGNS.keys() >= SEVERE
