"""DRESS, exfoliative eruption and serum sickness by the whole picture, at the edges."""

from fractions import Fraction

import pytest

from reactions.rules.contraindications import contraindications
from reactions.rules.messages import in_words
from reactions.rules.observed import Observed


def suspected(*signs, onset_days=20, **figures):
    exact = {name: Fraction(value) for name, value in figures.items()}
    onset = None if onset_days is None else Fraction(onset_days) * 1440
    found = contraindications(Observed(signs=frozenset(signs), onset_minutes=onset, **exact))
    return {one.code: [in_words(reason) for reason in one.because] for one in found}


def test_a_wide_rash_with_fever_and_a_swollen_face_is_suspected_as_dress():
    found = suspected(
        "maculopapular-rash", "fever", "facial-edema", temperature_c="39.5", body_surface_percent=70, onset_days=21
    )
    assert found == {
        "dress": ["maculopapular rash", "temperature 39.5 °C", "fever", "facial edema", "70 % of the body surface"]
    }


@pytest.mark.parametrize(
    ("signs", "figures", "dress"),
    [
        (["fever", "facial-edema"], {}, True),
        (["periorbital-edema"], {"temperature_c": 38}, True),
        (["periorbital-edema"], {"temperature_c": "37.9"}, False),
        (["fever"], {"body_surface_percent": 51}, True),
        (["fever"], {"body_surface_percent": 50}, False),
        (["facial-edema"], {"body_surface_percent": 51}, True),
        (["facial-edema"], {}, False),
        (["fever"], {}, False),
        ([], {"body_surface_percent": 30}, False),
    ],
)
def test_a_delayed_exanthem_needs_two_danger_signs(signs, figures, dress):
    assert ("dress" in suspected("maculopapular-rash", *signs, **figures)) is dress


@pytest.mark.parametrize(("days", "dress"), [(None, True), ("0.99", False), (1, True)])
def test_dress_is_not_acute(days, dress):
    assert ("dress" in suspected("maculopapular-rash", "fever", "facial-edema", onset_days=days)) is dress
    assert ("dress" in suspected("eosinophilia", "fever", onset_days=days)) is dress


def test_a_flush_without_its_onset_is_no_exanthem():
    assert suspected("generalized-erythema", "fever", "facial-edema", onset_days=None) == {}
    assert "dress" in suspected("generalized-erythema", "fever", "facial-edema")


@pytest.mark.parametrize(
    ("signs", "dress"),
    [
        (["eosinophilia", "lymphadenopathy", "fever"], True),
        (["eosinophilia", "lymphadenopathy"], True),
        (["eosinophilia", "fever"], True),
        (["eosinophilia", "immune-nephritis"], True),
        (["eosinophilia"], False),
        (["lymphadenopathy", "fever"], False),
    ],
)
def test_dress_without_a_rash_needs_eosinophilia_and_another(signs, dress):
    assert ("dress" in suspected(*signs)) is dress


@pytest.mark.parametrize(("percent", "exfoliative"), [("89.9", False), (90, True), (95, True)])
def test_an_eruption_of_nearly_the_whole_body_is_suspected_as_exfoliative(percent, exfoliative):
    found = suspected("generalized-erythema", body_surface_percent=percent)
    assert list(found) == (["exfoliative-eruption"] if exfoliative else [])
    assert suspected("generalized-erythema", body_surface_percent=percent, onset_days="0.02") == {}
    assert suspected("generalized-erythema", body_surface_percent=percent, onset_days=None) == {}
    assert suspected("pruritus", body_surface_percent=percent) == {}


def test_without_an_onset_the_reasons_say_so():
    found = suspected("maculopapular-rash", body_surface_percent=95, onset_days=None)
    assert found["exfoliative-eruption"][-1] == "the onset is not recorded: a delayed reaction is not ruled out"


def test_an_exanthem_of_a_third_of_the_body_without_fever_stays_free():
    """The alectinib case."""
    assert suspected("maculopapular-rash", onset_days=12, body_surface_percent=30) == {}


@pytest.mark.parametrize(
    ("signs", "celsius", "sick"), [([], "37.9", False), ([], 38, True), ([], "39.2", True), (["fever"], "37.9", True)]
)
def test_the_fever_of_serum_sickness_may_be_measured(signs, celsius, sick):
    found = suspected("urticaria", "arthralgia", *signs, temperature_c=celsius, onset_days=8)
    assert list(found) == (["serum-sickness"] if sick else [])
