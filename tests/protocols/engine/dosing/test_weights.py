"""The weight in Cockcroft-Gault: actual, ideal, adjusted, adjusted from a body mass index of 25."""

from fractions import Fraction

import pytest
from hypothesis import given

from protocols.engine.dosing import Auc, CannotCompute, target_dose
from protocols.engine.dosing.weights import adjusted_kg, body_mass_index, ideal_kg
from tests.protocols.engine.dosing.samples import (
    HEIGHTS,
    SEXES,
    TODAY,
    WEIGHTS,
    codes,
    dose_of,
    lines,
    patient,
)

#: 160 cm is 62.99 inches: 45.5 + 2.3 x 2.992 = 52.38 kg.
IDEAL = Fraction("45.5") + Fraction("2.3") * (Fraction(160) / Fraction("2.54") - 60)
ADJUSTED = IDEAL + Fraction("0.4") * (90 - IDEAL)


def auc(weight):
    return Auc(auc=Fraction(5), weight=weight, most_ml_min=None)


def woman(kg, weight, *, cm="160"):
    figures = patient(weight=kg, height=cm, age="60", creatinine="1")
    return target_dose(auc(weight), patient=figures, on=TODAY, step=Fraction(1, 100))


def weight_used(answer):
    """Backwards from the dose: a woman of 60 years with 1 mg/dL."""
    return (answer.unrounded / 5 - 25) * 72 / (80 * Fraction("0.85"))


@pytest.mark.parametrize(
    ("weight", "used", "working"),
    [
        ("actual", Fraction(90), []),
        ("ideal", IDEAL, ["ideal-weight-female"]),
        ("adjusted", ADJUSTED, ["ideal-weight-female", "adjusted-weight"]),
        ("adjusted-from-25", ADJUSTED, ["adjusted-from-25", "ideal-weight-female", "adjusted-weight"]),
    ],
)
def test_each_weight(weight, used, working):
    answer = woman("90", weight)
    assert weight_used(answer) == used
    assert lines(answer)[: len(working)] == working
    assert codes(answer) == []


@pytest.mark.parametrize(("kg", "adjusted"), [("63.9", False), ("64", True), ("64.1", True)])
def test_adjusted_from_a_body_mass_index_of_25(kg, adjusted):
    """160 cm: 64 kg / 2.56 = 25."""
    answer = woman(kg, "adjusted-from-25")
    assert (weight_used(answer) < Fraction(kg)) is adjusted
    assert lines(answer)[0] == ("adjusted-from-25" if adjusted else "actual-below-25")


def test_ideal_weights_at_sixty_inches_and_one_above():
    for sex, base in (("female", Fraction("45.5")), ("male", Fraction(50))):
        assert ideal_kg(height_cm=Fraction("152.4"), sex=sex) == base
        assert ideal_kg(height_cm=Fraction("154.94"), sex=sex) == base + Fraction("2.3")


@pytest.mark.parametrize("weight", ["ideal", "adjusted", "adjusted-from-25"])
@pytest.mark.parametrize(("cm", "stated"), [("152.3", False), ("152.4", True), ("152.5", True)])
def test_below_sixty_inches_no_ideal_weight_is_stated(weight, cm, stated):
    answer = woman("90", weight, cm=cm)
    assert isinstance(answer, CannotCompute) is not stated
    assert codes(answer) == ([] if stated else ["ideal-weight-not-stated"])


@pytest.mark.parametrize(("kg", "found"), [("56.2", []), ("56.25", ["ideal-weight-not-stated"])])
def test_a_short_patient_needs_an_ideal_weight_from_25_on(kg, found):
    """150 cm: 56.25 kg / 2.25 = 25."""
    assert codes(woman(kg, "adjusted-from-25", cm="150")) == found


def test_a_short_patient_below_25_needs_no_ideal_weight():
    answer = woman("45", "adjusted-from-25", cm="150")
    assert weight_used(answer) == 45
    assert lines(woman("45", "actual", cm="150"))[0] == "cockcroft-gault-female"


@pytest.mark.parametrize(
    ("weight", "cautions"), [("ideal", 1), ("adjusted", 1), ("adjusted-from-25", 0), ("actual", 0)]
)
def test_a_weight_above_the_actual_one_is_told(weight, cautions):
    assert codes(woman("45", weight)) == ["weight-above-actual"] * cautions


@given(HEIGHTS, WEIGHTS, SEXES)
def test_adjusted_lies_between_ideal_and_actual(cm, kg, sex):
    ideal = ideal_kg(height_cm=cm, sex=sex)
    adjusted = adjusted_kg(ideal=ideal, actual=kg)
    assert min(ideal, kg) <= adjusted <= max(ideal, kg)
    assert (adjusted - ideal) * 5 == (kg - ideal) * 2
    assert body_mass_index(weight_kg=kg, height_cm=cm) * cm**2 == kg * 10_000


def test_every_source_is_named_once():
    answer = dose_of(auc("adjusted-from-25"), weight="90", height="160", age="60", creatinine="1")
    assert cited(answer) == ["NCCN", "Devine", "Cockcroft", "Calvert"]
    assert [used.name for used in answer.inputs] == ["weight", "height", "creatinine", "age"]


@pytest.mark.parametrize(
    ("weight", "sources"),
    [("actual", ["NCCN", "Cockcroft", "Calvert"]), ("adjusted-from-25", ["NCCN", "Devine", "Cockcroft", "Calvert"])],
)
def test_a_source_of_weight_and_creatinine_is_named_once(weight, sources):
    basis = Auc(auc=Fraction(5), weight=weight, least_mg_dl=Fraction("0.7"), most_ml_min=None)
    assert cited(dose_of(basis, weight="90", height="160", age="60", creatinine="0.5")) == sources


def cited(answer):
    return [source.citation.split(",")[0].split(" ")[0] for source in answer.sources]
