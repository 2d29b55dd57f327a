"""CTCAE v5.0 for reactions: infusion-related, allergic, anaphylaxis."""

from dataclasses import replace

import pytest
from hypothesis import given

from reactions.rules.ctcae import ctcae
from tests.reactions.rules.seeing import ANYTHING, codes, seen, words

KEYS = [
    "infusion_related_reaction",
    "allergic_reaction",
    "anaphylaxis",
    "cytokine_release_syndrome",
    "rash_maculopapular",
    "urticaria",
]
EXAMPLE = seen(
    "facial-pruritus",
    "dyspnea",
    "altered-consciousness",
    onset_minutes=20,
    sbp_mmhg=70,
    baseline_sbp_mmhg=130,
    spo2_percent=70,
    temperature_c="36.6",
    body_surface_percent=30,
    treatment=["epinephrine-im", "antihistamine-iv", "corticosteroid-iv", "fluids-iv", "oxygen"],
    interrupted=True,
    hospitalized=False,
)


def infusion(*signs, **others):
    """The infusion-related reaction of somebody who was not admitted."""
    return ctcae(seen(*signs, **{"hospitalized": False, **others}))["infusion_related_reaction"]


def allergic(*signs, **others):
    """The allergic reaction of somebody who was not admitted."""
    return ctcae(seen(*signs, **{"hospitalized": False, **others}))["allergic_reaction"]


def anaphylaxis(*signs, **others):
    """Anaphylaxis 20 minutes after the start, treated."""
    return ctcae(seen(*signs, **{"onset_minutes": 20, "treatment": [], **others}))["anaphylaxis"]


def test_the_example_of_the_contract():
    grades = ctcae(EXAMPLE)
    assert list(grades) == KEYS
    assert {key: graded.grade for key, graded in grades.items()} == {
        "infusion_related_reaction": 4,
        "allergic_reaction": 4,
        "anaphylaxis": 4,
        "cytokine_release_syndrome": None,
        "rash_maculopapular": None,
        "urticaria": None,
    }
    assert words(grades["infusion_related_reaction"].because) == [
        "SpO2 70 %",
        "SBP 70 mmHg",
        "altered consciousness",
        "epinephrine IM",
    ]
    assert {graded.source for graded in grades.values()} == {"CTCAE v5.0"}


@pytest.mark.parametrize(
    ("done", "grade", "because"),
    [
        ({"interrupted": False, "treatment": []}, 1, ["the drug was not interrupted", "no treatment was given"]),
        ({"interrupted": True, "treatment": []}, 2, ["the drug was interrupted"]),
        ({"interrupted": False, "treatment": ["nsaid"]}, 2, ["NSAID"]),
        ({"interrupted": True}, 2, ["the drug was interrupted"]),
        ({"treatment": ["opioid"]}, 2, ["opioid"]),
        ({"hospitalized": True}, 3, ["admitted to hospital"]),
        ({"died": True}, 5, ["died"]),
        ({"died": True, "hospitalized": None}, 5, ["died"]),
        ({"treatment": ["cpr"]}, 4, ["cardiopulmonary resuscitation"]),
    ],
)
def test_an_infusion_reaction_is_graded_by_what_it_took(done, grade, because):
    graded = infusion("flushing", **done)
    assert (graded.grade, words(graded.because), graded.cannot) == (grade, because, ())
    assert ("prolonged-not-told" in codes(graded.notes)) is (grade < 3)


@pytest.mark.parametrize(
    ("known", "missing"),
    [
        ({}, ["interrupted-missing", "treatment-missing"]),
        ({"interrupted": False}, ["treatment-missing"]),
        ({"treatment": []}, ["interrupted-missing"]),
        ({"interrupted": True, "treatment": [], "hospitalized": None}, ["hospitalized-missing"]),
        ({"sbp_mmhg": 80, "interrupted": True}, ["treatment-missing"]),
        ({"sbp_mmhg": 80, "hospitalized": True}, ["treatment-missing"]),
        ({"sbp_mmhg": 80, "hospitalized": None}, ["treatment-missing", "hospitalized-missing"]),
    ],
)
def test_an_infusion_reaction_is_not_graded_on_what_is_missing(known, missing):
    graded = infusion("flushing", **known)
    assert (graded.grade, codes(graded.cannot)) == (None, missing)


@pytest.mark.parametrize(
    ("signs", "vitals", "done", "grade"),
    [
        (["flushing"], {"sbp_mmhg": 89}, {"treatment": ["epinephrine-im"]}, 4),
        (["flushing"], {"sbp_mmhg": 90}, {"treatment": ["epinephrine-im"]}, 2),
        (["flushing"], {"spo2_percent": 92}, {"treatment": ["epinephrine-im"]}, 4),
        (["flushing"], {"spo2_percent": 93}, {"treatment": ["epinephrine-im"]}, 2),
        (["flushing"], {"sbp_mmhg": 89}, {"treatment": ["fluids-iv"]}, 2),
        (["confusion"], {}, {"treatment": [], "intensive_care": True}, 4),
        (["flushing"], {}, {"treatment": [], "intensive_care": True, "interrupted": True}, 2),
        (["shock"], {}, {}, 4),
        (["cardiac-arrest"], {}, {}, 4),
        ([], {"sbp_mmhg": 80}, {"treatment": ["vasopressor"]}, 4),
    ],
)
def test_life_was_in_danger_by_arrest_or_by_severe_signs_that_were_treated_urgently(signs, vitals, done, grade):
    assert infusion(*signs, **vitals, **done).grade == grade


def test_severe_signs_without_urgent_treatment_are_left_to_judgment():
    graded = infusion("confusion", treatment=["fluids-iv"])
    assert codes(graded.notes) == ["severe-not-urgent", "prolonged-not-told"]
    assert codes(infusion("confusion", treatment=["glucagon"]).notes) == []


def test_nothing_recorded_is_no_grade():
    for graded in ctcae(seen())["infusion_related_reaction"], ctcae(seen())["urticaria"]:
        assert (graded.grade, codes(graded.cannot)) == (None, ["signs-missing"])


@pytest.mark.parametrize(
    ("signs", "done", "grade", "because"),
    [
        (["urticaria"], {"treatment": []}, 1, ["not-treated-systemically"]),
        (["urticaria"], {"treatment": ["corticosteroid-topical"]}, 1, ["not-treated-systemically"]),
        (["urticaria"], {"treatment": ["antihistamine-oral"]}, 2, ["antihistamine-oral"]),
        (["urticaria"], {"treatment": ["antihistamine-oral", "antihistamine-iv"]}, 3, ["antihistamine-iv"]),
        (["urticaria"], {"treatment": ["antihistamine-im"]}, 3, ["antihistamine-im"]),
        (["bronchospasm"], {"hospitalized": None}, 3, ["bronchospasm"]),
        (["wheeze"], {}, 3, ["wheeze"]),
        (["urticaria"], {"hospitalized": True}, 3, ["hospitalized"]),
        (["hypotension"], {"treatment": ["epinephrine-im"]}, 4, ["hypotension", "epinephrine-im"]),
        (["urticaria"], {"died": True}, 5, ["died"]),
        (["fever", "rigors"], {"treatment": ["acetaminophen"]}, None, []),
    ],
)
def test_an_allergic_reaction_is_graded_by_the_route_of_treatment(signs, done, grade, because):
    graded = allergic(*signs, **done)
    assert (graded.grade, codes(graded.because), graded.cannot) == (grade, because, ())


@pytest.mark.parametrize(
    ("signs", "known", "missing"),
    [
        (["urticaria"], {}, ["treatment-missing"]),
        (["urticaria"], {"hospitalized": None}, ["hospitalized-missing", "treatment-missing"]),
        (["urticaria"], {"hospitalized": None, "treatment": []}, ["hospitalized-missing"]),
        (["bronchospasm", "hypoxia"], {}, ["treatment-missing"]),
    ],
)
def test_an_allergic_reaction_is_not_graded_on_what_is_missing(signs, known, missing):
    graded = allergic(*signs, **known)
    assert (graded.grade, codes(graded.cannot)) == (None, missing)


@pytest.mark.parametrize(
    ("signs", "others", "grade", "because"),
    [
        (["urticaria"], {}, None, []),
        (["dyspnea"], {}, None, []),
        (["bronchospasm"], {}, 3, ["bronchospasm", "anaphylaxis-met"]),
        (["lip-edema"], {}, 3, ["lip-edema"]),
        (["urticaria", "dyspnea"], {}, 3, ["anaphylaxis-met", "anaphylaxis-met"]),
        (["urticaria", "angioedema"], {"onset_minutes": 600}, 3, ["angioedema"]),
        (["dizziness"], {"sbp_mmhg": 89}, 3, ["sbp", "anaphylaxis-met"]),
        (["dizziness"], {"sbp_mmhg": 90}, None, []),
        (["hypotension"], {"treatment": ["epinephrine-iv"]}, 4, ["hypotension", "epinephrine-iv"]),
        (["bronchospasm"], {"died": True}, 5, ["died"]),
    ],
)
def test_anaphylaxis_has_no_grade_below_3(signs, others, grade, because):
    graded = anaphylaxis(*signs, **others)
    assert (graded.grade, codes(graded.because), graded.cannot) == (grade, because, ())


def test_anaphylaxis_names_what_keeps_it_open():
    assert codes(ctcae(seen("urticaria", "dyspnea"))["anaphylaxis"].cannot) == ["onset-missing"]
    assert codes(ctcae(seen("hypotension"))["anaphylaxis"].cannot) == ["onset-missing", "treatment-missing"]
    acute = ctcae(seen("hypotension", onset_minutes=20))["anaphylaxis"]
    assert codes(acute.cannot) == ["treatment-missing"]
    met = anaphylaxis("urticaria", "dyspnea")
    assert words(met.because) == ["anaphylaxis by NIAID/FAAN 2006, criterion 1", "anaphylaxis by WAO 2020, criterion 1"]


@pytest.mark.parametrize(("minutes", "grade"), [(1440, 3), (1441, None), (21 * 1440, None)])
def test_what_begins_after_a_day_is_no_anaphylaxis(minutes, grade):
    """The facial edema of DRESS at 21 days."""
    graded = anaphylaxis("maculopapular-rash", "fever", "facial-edema", onset_minutes=minutes)
    assert (graded.grade, graded.cannot) == (grade, ())
    assert any(code.startswith("onset-not-acute") for code in codes(graded.notes)) is (grade is None)


def test_an_edema_without_its_onset_is_not_graded_as_anaphylaxis():
    graded = anaphylaxis("facial-edema", onset_minutes=None)
    assert (graded.grade, codes(graded.because), codes(graded.cannot)) == (None, ["facial-edema"], ["onset-missing"])
    assert anaphylaxis("facial-edema", onset_minutes=None, died=True).grade is None


@given(ANYTHING)
def test_every_term_has_a_grade_with_reasons_or_says_why_not(observed):
    for key, graded in ctcae(observed).items():
        assert (graded.grade is None) or (bool(graded.because) and graded.cannot == ()), key
        assert graded.grade is not None or graded.cannot or graded.notes, key
        words(graded.because + graded.notes + graded.cannot)


@given(ANYTHING)
def test_death_and_admission_never_lower_a_grade(observed):
    for key, graded in ctcae(observed).items():
        for worse in (replace(observed, died=True), replace(observed, hospitalized=True)):
            after = ctcae(worse)[key]
            assert (after.grade or 0) >= (graded.grade or 0) or observed.died, key
