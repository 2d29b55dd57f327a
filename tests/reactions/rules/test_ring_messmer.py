"""Ring and Messmer, by the most severe symptom."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reactions.rules.ring_messmer import ring_messmer
from reactions.rules.signs import SIGNS
from tests.reactions.rules.seeing import ANYTHING, codes, seen, words

#: clinical.md 1.3, written down a second time, in the codes of the form.
TABLE = {
    4: "respiratory-arrest cardiac-arrest",
    3: "vomiting diarrhea laryngeal-edema stridor bronchospasm wheeze cyanosis shock",
    2: "nausea abdominal-pain rhinitis hoarseness dyspnea tachycardia hypotension arrhythmia",
    1: "pruritus facial-pruritus palmoplantar-pruritus throat-itch flushing urticaria generalized-erythema "
    "localized-erythema palmoplantar-erythema angioedema periorbital-edema lip-edema tongue-edema facial-edema",
}
GRADES = {sign: grade for grade, signs in TABLE.items() for sign in signs.split()}


@pytest.mark.parametrize("sign", SIGNS)
def test_each_sign_alone_has_the_grade_of_the_table(sign):
    graded = ring_messmer(seen(sign))
    assert (graded.grade, codes(graded.because)) == (GRADES.get(sign), [sign] if sign in GRADES else [])
    assert graded.source == "Ring and Messmer 1977"


@pytest.mark.parametrize(("sbp", "grade"), [(109, 2), (110, 2), ("110.1", 1), (111, 1)])
def test_a_fall_of_20_counts(sbp, grade):
    graded = ring_messmer(seen("urticaria", sbp_mmhg=sbp, baseline_sbp_mmhg=130))
    assert graded.grade == grade
    assert words(ring_messmer(seen(sbp_mmhg=110, baseline_sbp_mmhg=130)).because) == ["SBP fallen by 20 mmHg"]


@pytest.mark.parametrize(("rate", "grade"), [(99, 1), ("99.9", 1), (100, 2), (101, 2)])
def test_a_rise_of_20_counts(rate, grade):
    graded = ring_messmer(seen("urticaria", heart_rate=rate, baseline_heart_rate=80))
    assert graded.grade == grade
    assert words(ring_messmer(seen(heart_rate=105, baseline_heart_rate=80)).because) == ["heart rate risen by 25 /min"]


def test_a_smaller_change_beats_its_sign():
    graded = ring_messmer(
        seen("hypotension", "tachycardia", sbp_mmhg=120, baseline_sbp_mmhg=130, heart_rate=90, baseline_heart_rate=80)
    )
    assert graded.grade is None
    assert words(graded.notes)[:2] == [
        "hypotension is not counted: SBP went from 130 to 120 mmHg, a fall of 20 or more counts",
        "tachycardia is not counted: the heart rate went from 80 to 90 /min, a rise of 20 or more counts",
    ]
    silent = ring_messmer(seen("urticaria", sbp_mmhg=120, baseline_sbp_mmhg=130))
    assert silent.notes == ()


def test_without_a_figure_before_the_sign_counts_and_the_change_is_open():
    graded = ring_messmer(seen("hypotension", "tachycardia", sbp_mmhg=85, heart_rate=120))
    assert (graded.grade, codes(graded.because)) == (2, ["hypotension", "tachycardia"])
    assert codes(graded.notes) == ["fall-not-judged", "rise-not-judged"]


def test_vomiting_alone_is_3_or_2_as_copies_differ():
    assert codes(ring_messmer(seen("vomiting", "nausea")).notes) == ["vomiting-two-or-three"]
    assert ring_messmer(seen("vomiting", "shock")).notes == ()
    assert ring_messmer(seen("vomiting", "cardiac-arrest")).notes == ()


def test_nothing_recorded_cannot_be_graded():
    assert codes(ring_messmer(seen()).cannot) == ["signs-missing"]


@given(ANYTHING, st.sampled_from(list(SIGNS)))
def test_one_more_sign_never_lowers_the_grade(observed, sign):
    before, after = ring_messmer(observed), ring_messmer(replace(observed, signs=observed.signs | {sign}))
    assert (after.grade or 0) >= (before.grade or 0)
    assert bool(before.because) is (before.grade is not None)
    words(before.because + before.notes + before.cannot)


@given(st.frozensets(st.sampled_from(list(SIGNS)), min_size=1))
def test_the_most_severe_symptom_decides(signs):
    assert ring_messmer(seen(*signs)).grade == (max(GRADES.get(sign, 0) for sign in signs) or None)
