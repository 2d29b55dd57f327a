"""Carboplatin: the figures of clinical.md 8, caps and options at their edges and just beyond."""

from fractions import Fraction

import pytest
from hypothesis import given

from protocols.engine.dosing import Auc, PatientFigures, target_dose
from protocols.engine.dosing.filtration import clearance_ml_min
from protocols.engine.dosing.rounding import half_up
from tests.protocols.engine.dosing.samples import (
    AGES,
    CREATININES,
    SEXES,
    TODAY,
    WEIGHTS,
    codes,
    dated,
    dose_of,
    lines,
    patient,
)

#: 60 years, 70 kg, 1.0 mg/dL.
SIXTY = {"age": "60", "weight": "70", "creatinine": "1.0"}
#: clinical.md 8: 45 years, 80 kg, 0.5 mg/dL, a clearance of 179.4.
FAST = {"age": "45", "weight": "80", "creatinine": "0.5"}
ONE = Fraction(1)


@pytest.mark.parametrize(("sex", "expected"), [("male", "77.78"), ("female", "66.11")])
def test_cockcroft_gault_as_published(sex, expected):
    clearance = clearance_ml_min(age_years=Fraction(60), weight_kg=Fraction(70), creatinine_mg_dl=Fraction(1), sex=sex)
    assert half_up(clearance, Fraction(1, 100)) == Fraction(expected)
    answer = dose_of(Auc(auc=Fraction(5)), sex=sex, **SIXTY)
    assert answer.unrounded == 5 * (clearance + 25)
    assert (answer.unit, answer.findings) == ("mg", ())
    assert lines(answer) == [f"cockcroft-gault-{sex}", "calvert", "rounded"]


def test_the_estimate_is_capped_at_125_unless_chosen_otherwise():
    capped = dose_of(Auc(auc=Fraction(5)), step=ONE, **FAST)
    assert (capped.dose, codes(capped)) == (750, ["gfr-limited"])
    assert dict(capped.findings[0].values)["gfr"].startswith("179.4")
    free = dose_of(Auc(auc=Fraction(5), most_ml_min=None), step=ONE, **FAST)
    assert (free.dose, codes(free)) == (1022, ["gfr-not-limited"])


@pytest.mark.parametrize(("auc", "most"), [(2, 300), (4, 600), (5, 750), (6, 900), (7, 1050)])
def test_the_greatest_doses_of_the_fda(auc, most):
    answer = dose_of(Auc(auc=Fraction(auc)), **FAST)
    assert (answer.dose, codes(answer)) == (most, ["gfr-limited"])


@pytest.mark.parametrize(
    ("creatinine", "cautions"), [("0.4", ["gfr-limited"]), ("0.5", []), ("0.50001", [])], ids=["above", "at", "below"]
)
def test_the_cap_begins_above_125(creatinine, cautions):
    """50 years, 50 kg, 0.5 mg/dL, male: 90 x 50 / 36 = 125."""
    answer = dose_of(Auc(auc=Fraction(4)), sex="male", age="50", weight="50", creatinine=creatinine)
    assert codes(answer) == cautions
    assert (answer.dose == 600) is (creatinine != "0.50001")
    free = Auc(auc=Fraction(4), most_ml_min=None)
    uncapped = dose_of(free, sex="male", age="50", weight="50", creatinine=creatinine)
    assert codes(uncapped) == ["gfr-not-limited"] * len(cautions)


def test_another_cap_below_the_fdas():
    answer = dose_of(Auc(auc=Fraction(4), most_ml_min=Fraction(60)), sex="male", **SIXTY)
    assert (answer.dose, codes(answer)) == (340, ["gfr-limited"])


def test_a_measured_filtration_needs_nothing_else_and_is_not_capped():
    answer = dose_of(Auc(auc=Fraction(5), measured=True), step=ONE, sex=None, gfr="179.44")
    assert (answer.dose, codes(answer)) == (1022, [])
    assert [(used.name, used.figure.on) for used in answer.inputs] == [("gfr", TODAY)]
    assert lines(answer) == ["gfr-measured", "calvert", "rounded"]


@pytest.mark.parametrize(
    ("creatinine", "least", "raised"),
    [("0.69", "0.7", True), ("0.7", "0.7", False), ("0.71", "0.7", False), ("0.79", "0.8", True), ("0.1", None, False)],
)
def test_a_low_creatinine_is_raised_where_the_unit_says_so(creatinine, least, raised):
    basis = Auc(auc=Fraction(5), least_mg_dl=least and Fraction(least), most_ml_min=None)
    answer = dose_of(basis, age="60", weight="70", creatinine=creatinine)
    used = Fraction(least if raised else creatinine)
    assert answer.unrounded == 5 * (Fraction(80 * 70) / (72 * used) * Fraction("0.85") + 25)
    assert ("creatinine-limited" in codes(answer)) is raised
    assert ("creatinine-raised" in lines(answer)) is raised


def test_mcmol_are_mg_times_88_point_4():
    figures = {"weight": dated(70, "kg"), "age": dated(60, "years"), "sex": "female"}
    whole = PatientFigures(creatinine=dated("88.4", "mcmol/L"), **figures)
    answer = target_dose(Auc(auc=Fraction(5)), patient=whole, on=TODAY)
    assert answer.unrounded == dose_of(Auc(auc=Fraction(5)), **SIXTY).unrounded
    assert lines(answer)[0] == "creatinine-converted"


@pytest.mark.parametrize(("age", "cautions"), [("17", ["not-an-adult"]), ("18", [])])
def test_a_child_is_told(age, cautions):
    assert codes(dose_of(Auc(auc=Fraction(5)), sex="male", age=age, weight="50", creatinine="1")) == cautions


@pytest.mark.parametrize(("auc", "cautions"), [("1.9", 1), ("2", 0), ("7", 0), ("7.1", 1), ("50", 1)])
def test_an_auc_nobody_published_is_told(auc, cautions):
    assert codes(dose_of(Auc(auc=Fraction(auc)), sex="male", **SIXTY)) == ["auc-unusual"] * cautions


@given(AGES, WEIGHTS, CREATININES, SEXES)
def test_the_dose_follows_from_whole_numbers(age, kg, creatinine, sex):
    """Calvert and Cockcroft-Gault over one denominator: AUC x ((140 - a) x w x f + 25 x 7200 x c) / (7200 x c)."""
    figures = patient(age=age, weight=kg, creatinine=creatinine, sex=sex)
    answer = target_dose(Auc(auc=Fraction(5), most_ml_min=None), patient=figures, on=TODAY, step=Fraction(1, 100))
    factor = 85 if sex == "female" else 100
    assert answer.unrounded * 7200 * creatinine == 5 * ((140 - age) * kg * factor + 25 * 7200 * creatinine)
    capped = target_dose(Auc(auc=Fraction(5)), patient=figures, on=TODAY)
    assert capped.unrounded == min(answer.unrounded, Fraction(750))
