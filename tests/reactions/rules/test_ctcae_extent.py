"""CTCAE v5.0 where extent and support count: cytokine release, rash, urticaria."""

import pytest

from reactions.rules.ctcae import ctcae
from reactions.rules.fever import fever
from tests.reactions.rules.seeing import codes, seen, words


def cytokine(*signs, **others):
    return ctcae(seen(*signs, **others))["cytokine_release_syndrome"]


def rash(surface, **others):
    return ctcae(seen("maculopapular-rash", body_surface_percent=surface, **others))["rash_maculopapular"]


def urticaria(**others):
    return ctcae(seen("urticaria", **others))["urticaria"]


@pytest.mark.parametrize(("celsius", "febrile"), [("37.9", False), (38, True), ("38.1", True), ("36.6", False)])
def test_fever_is_38_or_above_and_beats_its_sign(celsius, febrile):
    assert bool(fever(seen("fever", temperature_c=celsius))) is febrile
    assert (cytokine("fever", temperature_c=celsius).grade == 1) is febrile


@pytest.mark.parametrize(
    ("signs", "others", "grade", "because"),
    [
        (["fever"], {}, 1, ["fever"]),
        (["fever", "rigors", "headache"], {}, 1, ["fever", "rigors", "headache"]),
        (["rigors"], {"temperature_c": "38.5"}, 1, ["temperature", "rigors"]),
        (["fever", "hypotension"], {"treatment": ["fluids-iv"]}, 2, ["hypotension"]),
        (["fever"], {"sbp_mmhg": 89, "treatment": ["fluids-iv"]}, 2, ["sbp"]),
        (["fever"], {"sbp_mmhg": 90, "treatment": ["fluids-iv"]}, 1, ["fever"]),
        (["fever"], {"spo2_percent": 92, "treatment": ["oxygen-below-40-percent"]}, 2, ["spo2"]),
        (["fever"], {"spo2_percent": 93, "treatment": ["oxygen-40-percent"]}, 1, ["fever"]),
        (["fever"], {"spo2_percent": 92, "treatment": ["oxygen-40-percent"]}, 3, ["spo2", "oxygen-40-percent"]),
        (["fever", "hypoxia"], {"treatment": []}, 2, ["hypoxia"]),
        (["fever", "hypotension"], {"treatment": ["vasopressor"]}, 3, ["hypotension", "vasopressor"]),
        (["fever", "shock"], {"treatment": ["epinephrine-iv"]}, 3, ["shock", "epinephrine-iv"]),
        (["fever", "cardiac-arrest"], {}, 4, ["cardiac-arrest"]),
        (["fever", "hypoxia"], {"treatment": ["ventilation"]}, 4, ["ventilation"]),
        (["fever"], {"died": True}, 5, ["died"]),
        (["rigors"], {"temperature_c": "37.9"}, None, []),
        (["urticaria"], {}, None, []),
    ],
)
def test_cytokine_release_is_graded_by_support(signs, others, grade, because):
    graded = cytokine(*signs, **others)
    assert (graded.grade, graded.cannot) == (grade, ())
    assert codes(graded.because) == because


@pytest.mark.parametrize(
    ("signs", "others", "missing"),
    [
        (["rigors"], {}, "temperature-missing"),
        (["chills", "back-pain"], {}, "temperature-missing"),
        (["fever", "hypotension"], {}, "treatment-missing"),
        (["fever", "hypoxia"], {"treatment": ["oxygen", "fluids-iv"]}, "oxygen-concentration-missing"),
        ([], {}, "signs-missing"),
    ],
)
def test_cytokine_release_is_not_graded_on_what_is_missing(signs, others, missing):
    graded = cytokine(*signs, **others)
    assert (graded.grade, codes(graded.cannot)) == (None, [missing])


def test_cytokine_release_says_what_the_record_does_not_tell():
    assert codes(cytokine("fever", "hypotension", treatment=["fluids-iv"]).notes)[-1] == "response-not-told"
    assert codes(cytokine("fever", "hypotension", treatment=["vasopressor"]).notes)[-1] == "pressors-not-counted"
    assert words(cytokine("fever", temperature_c="36.6").notes)[0] == (
        "fever is not counted: 36.6 °C was measured, fever is 38 °C or above"
    )


@pytest.mark.parametrize(("surface", "grade"), [("9.9", 1), (10, 2), ("10.1", 2), ("29.9", 2), (30, 2), ("30.1", 3)])
def test_a_rash_is_graded_by_extent(surface, grade):
    graded = rash(surface, treatment=["corticosteroid-oral"])
    assert graded.grade == grade
    assert words(graded.because)[0] == f"{surface} % of the body surface"
    assert codes(graded.notes) == ["daily-living-not-told"]


def test_above_30_percent_treatment_and_admission_decide():
    assert codes(rash(31, hospitalized=True).because) == ["body-surface", "hospitalized"]
    mild = rash(31, hospitalized=False, treatment=["corticosteroid-topical"])
    assert (mild.grade, codes(mild.because)) == (2, ["body-surface", "not-treated-systemically"])
    assert codes(rash(31).cannot) == ["hospitalized-missing", "treatment-missing"]
    assert codes(rash(31, hospitalized=False).cannot) == ["treatment-missing"]
    unknown = ctcae(seen("maculopapular-rash"))["rash_maculopapular"]
    assert (unknown.grade, codes(unknown.cannot)) == (None, ["body-surface-missing"])


@pytest.mark.parametrize(("surface", "grade"), [("9.9", 1), (10, 2), ("10.1", 2), ("29.9", 2), (30, 2), ("30.1", 3)])
def test_urticaria_is_graded_by_extent(surface, grade):
    graded = urticaria(body_surface_percent=surface, treatment=[])
    assert (graded.grade, codes(graded.because), graded.notes) == (grade, ["body-surface"], ())


@pytest.mark.parametrize(
    ("surface", "treatment", "grade", "because"),
    [
        (5, ["antihistamine-oral"], 2, ["antihistamine-oral"]),
        (5, ["antihistamine-iv"], 3, ["antihistamine-iv"]),
        (5, ["fluids-iv", "oxygen"], 1, ["body-surface"]),
        (20, ["antihistamine-oral"], 2, ["body-surface", "antihistamine-oral"]),
        (40, ["antihistamine-oral"], 3, ["body-surface"]),
    ],
)
def test_or_by_treatment_if_that_is_more(surface, treatment, grade, because):
    graded = urticaria(body_surface_percent=surface, treatment=treatment)
    assert (graded.grade, codes(graded.because)) == (grade, because)
    assert bool(graded.notes) is (because == treatment)


def test_urticaria_without_extent_or_treatment():
    assert codes(urticaria().cannot) == ["body-surface-missing", "treatment-missing"]
    assert codes(urticaria(treatment=["antihistamine-oral"]).cannot) == ["body-surface-missing"]
    assert urticaria(treatment=["antihistamine-iv"]).grade == 3
    assert codes(urticaria(body_surface_percent=20).notes) == ["treatment-not-recorded"]
    assert urticaria(body_surface_percent=31).notes == ()
