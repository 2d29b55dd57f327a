"""What cannot be true together."""

from dataclasses import replace

import pytest
from hypothesis import given

from reactions.rules.contradictions import contradictions
from tests.reactions.rules.seeing import ANYTHING, codes, seen, words


def found(*signs, **others):
    return codes(contradictions(seen(*signs, **others)))


def test_signs_that_contradict_each_other():
    assert words(contradictions(seen("hypotension", "hypertension", "urticaria"))) == [
        "hypotension and hypertension are both ticked"
    ]
    assert found("shock", "hypertension") == ["shock-and-hypertension"]
    assert found("tachycardia", "bradycardia") == ["tachycardia-and-bradycardia"]
    assert found("hypotension", "tachycardia") == found("hypertension", "bradycardia") == []


@pytest.mark.parametrize(
    ("signs", "others", "contradicted"),
    [
        (["hypotension"], {"sbp_mmhg": 95}, False),
        (["hypotension"], {"sbp_mmhg": "99.9"}, False),
        (["hypotension"], {"sbp_mmhg": 100}, True),
        (["hypotension"], {"sbp_mmhg": 101, "baseline_sbp_mmhg": 140}, True),
        (["hypotension"], {"sbp_mmhg": 105, "baseline_sbp_mmhg": 150}, True),
        (["hypotension"], {"sbp_mmhg": 104, "baseline_sbp_mmhg": 150}, False),
        (["hypotension"], {"sbp_mmhg": 89, "age_years": 5}, False),
        (["hypotension"], {"sbp_mmhg": 90, "age_years": 5}, True),
        (["hypertension"], {"sbp_mmhg": "139.9"}, True),
        (["hypertension"], {"sbp_mmhg": 140}, False),
        (["hypertension"], {"sbp_mmhg": 139, "age_years": None}, True),
        (["hypertension"], {"sbp_mmhg": 120, "age_years": 6}, False),
        (["hypertension"], {"sbp_mmhg": 81, "age_years": 6}, True),
        (["hypoxia"], {"spo2_percent": "94.9"}, False),
        (["hypoxia"], {"spo2_percent": 95}, True),
        (["hypoxia"], {"spo2_percent": 98}, True),
        (["cyanosis"], {"spo2_percent": 95}, True),
        (["dyspnea"], {"spo2_percent": 98}, False),
        (["fever"], {"temperature_c": "36.6"}, True),
        (["fever"], {"temperature_c": "37.4"}, True),
        (["fever"], {"temperature_c": "37.5"}, False),
        (["rigors"], {"temperature_c": "36.6"}, False),
        (["tachycardia"], {"heart_rate": 59}, True),
        (["tachycardia"], {"heart_rate": 60}, False),
        (["bradycardia"], {"heart_rate": 100}, False),
        (["bradycardia"], {"heart_rate": 101}, True),
        (["urticaria"], {"intensive_care": True, "hospitalized": False}, True),
        (["urticaria"], {"intensive_care": True}, False),
        (["urticaria"], {"hospitalized": False}, False),
    ],
)
def test_signs_that_a_figure_contradicts(signs, others, contradicted):
    assert bool(found(*signs, **others)) is contradicted


def test_the_sentence_names_the_sign_and_the_figure():
    assert words(contradictions(seen("hypoxia", "fever", spo2_percent=98, temperature_c="36.6"))) == [
        "hypoxia is ticked, but the SpO2 is 98 %",
        "fever is ticked, but the temperature is 36.6 °C",
    ]


@given(ANYTHING)
def test_what_is_not_ticked_contradicts_nothing(observed):
    words(contradictions(observed))
    untick = replace(observed, signs=frozenset(), intensive_care=None)
    assert contradictions(untick) == ()
