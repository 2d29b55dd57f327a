"""Amounts, per kg, what is missing, old figures, rounding; and every sentence."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given

from protocols.engine.dosing import (
    Auc,
    CannotCompute,
    Flat,
    PatientFigures,
    PerKg,
    PerM2,
    TargetDose,
    target_dose,
)
from protocols.engine.dosing.messages import FINDINGS, WORKING, explain_line
from protocols.engine.dosing.rounding import half_up
from protocols.engine.finding import Blocker
from tests.protocols.engine.dosing.samples import (
    AMOUNTS,
    HEIGHTS,
    TODAY,
    WEIGHTS,
    codes,
    dated,
    dose_of,
    patient,
)

EVERYTHING = {"weight": "70", "height": "170", "creatinine": "1", "age": "60", "gfr": "90"}
BASES = {
    "per kg": (PerKg(amount=Fraction(6), unit="mg"), ["weight"]),
    "per m2": (PerM2(amount=Fraction(175), unit="mg"), ["weight", "height"]),
    "measured": (Auc(auc=Fraction(5), measured=True), ["gfr"]),
    "estimated": (Auc(auc=Fraction(5)), ["weight", "creatinine", "age", "sex"]),
    "adjusted": (Auc(auc=Fraction(5), weight="adjusted"), ["weight", "height", "creatinine", "age", "sex"]),
}


def test_one_amount_for_everybody_needs_no_patient():
    answer = target_dose(Flat(amount=Fraction(1200), unit="mg"), patient=PatientFigures(), on=TODAY)
    assert (answer.dose, answer.unit, answer.inputs, answer.findings) == (1200, "mg", (), ())


def test_per_kg():
    answer = dose_of(PerKg(amount=Fraction("0.5"), unit="mcg"), weight="71.3")
    assert (answer.dose, answer.unit) == (Fraction("35.65"), "mcg")


@pytest.mark.parametrize("name", BASES)
def test_what_is_missing_is_named_and_nothing_else(name):
    basis, needs = BASES[name]
    nobody = target_dose(basis, patient=PatientFigures(), on=TODAY)
    assert nobody == CannotCompute(findings=tuple(Blocker(code=f"{need}-missing") for need in needs))
    for wanting in ("sex", *EVERYTHING):
        figures = {key: value for key, value in EVERYTHING.items() if key != wanting}
        sex = None if wanting == "sex" else "male"
        answer = target_dose(basis, patient=patient(sex=sex, **figures), on=TODAY)
        assert isinstance(answer, CannotCompute) is (wanting in needs)
        assert codes(answer) == [f"{wanting}-missing"] * (wanting in needs)


@pytest.mark.parametrize("name", BASES)
def test_figures_are_old_after_thirty_days(name):
    basis, needs = BASES[name]
    for days, is_old in ((30, False), (31, True)):
        answer = target_dose(basis, patient=patient(sex="male", days_ago=days, **EVERYTHING), on=TODAY)
        expected = [f"{need}-old" for need in needs if need in ("weight", "creatinine", "gfr")] if is_old else []
        assert codes(answer) == expected


@pytest.mark.parametrize(
    ("age", "days", "is_old"), [("17", 365, False), ("17", 366, True), ("18", 366, False), (None, 366, True)]
)
def test_a_height_is_old_only_in_who_may_grow(age, days, is_old):
    known = {"weight": dated(70, "kg"), "height": dated(170, "cm", days_ago=days)}
    figures = PatientFigures(age=age and dated(age, "years"), **known)
    answer = target_dose(PerM2(amount=Fraction(100), unit="mg"), patient=figures, on=TODAY)
    assert codes(answer) == ["height-old"] * is_old


@pytest.mark.parametrize(
    ("amount", "step", "expected"),
    [
        ("749.4", "1", "749"),
        ("749.5", "1", "750"),
        ("749.6", "5", "750"),
        ("747.4", "5", "745"),
        ("0.125", "0.01", "0.13"),
    ],
)
def test_the_dose_is_rounded_half_up_once(amount, step, expected):
    answer = target_dose(
        Flat(amount=Fraction(amount), unit="mg"), patient=PatientFigures(), on=TODAY, step=Fraction(step)
    )
    assert (answer.dose, answer.unrounded, answer.step) == (Fraction(expected), Fraction(amount), Fraction(step))
    assert codes(answer) == []


@pytest.mark.parametrize(("amount", "cautions"), [("105", 0), ("105.3", 1), ("95.3", 0), ("95.2", 1)])
def test_a_rounding_of_more_than_five_percent_is_told(amount, cautions):
    """100 / 1.05 = 95.238, 105 and 105.263 x 0.95 = 100."""
    basis = Flat(amount=Fraction(amount), unit="mg")
    answer = target_dose(basis, patient=PatientFigures(), on=TODAY, step=Fraction(100))
    assert (answer.dose, codes(answer)) == (100, ["rounding-large"] * cautions)


@pytest.mark.parametrize(("amount", "told"), [("100", []), ("99.99", ["5.011"])])
def test_a_rounding_of_just_five_percent_is_not_told(amount, told):
    answer = target_dose(
        Flat(amount=Fraction(amount), unit="mg"), patient=PatientFigures(), on=TODAY, step=Fraction(105)
    )
    assert (answer.dose, [dict(finding.values)["percent"] for finding in answer.findings]) == (105, told)


def test_a_step_not_stated_is_one():
    answer = target_dose(Flat(amount=Fraction("748.5"), unit="mg"), patient=PatientFigures(), on=TODAY)
    assert (answer.dose, answer.step) == (749, 1)


def test_a_dose_that_rounds_to_nothing_is_none():
    answer = target_dose(Flat(amount=Fraction("0.49"), unit="mg"), patient=PatientFigures(), on=TODAY)
    assert isinstance(answer, CannotCompute)
    assert codes(answer) == ["dose-rounds-to-nothing"]


@given(AMOUNTS, WEIGHTS, HEIGHTS)
def test_doses_rise_with_weight_and_scale_with_the_amount(amount, kg, cm):
    for kind in (PerKg, PerM2):
        for_one = dose_of(kind(amount=amount, unit="mg"), weight=kg, height=cm).unrounded
        assert dose_of(kind(amount=amount * 3, unit="mg"), weight=kg, height=cm).unrounded == for_one * 3
        assert dose_of(kind(amount=amount, unit="mg"), weight=kg + 1, height=cm).unrounded > for_one
    assert half_up(for_one, amount) % amount == 0
    assert abs(half_up(for_one, amount) - for_one) <= amount / 2


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: dated(0, "kg"),
        lambda: dated(-1, "years"),
        lambda: dated(140, "years"),
        lambda: PatientFigures(weight=dated(70, "lb")),
        lambda: PatientFigures(creatinine=dated(70, "mmol/L")),
        lambda: Flat(amount=Fraction(0), unit="mg"),
        lambda: PerKg(amount=Fraction(-1), unit="mg"),
        lambda: PerM2(amount=Fraction(1), unit="mg", most_m2=Fraction(0)),
        lambda: Auc(auc=Fraction(5), least_mg_dl=Fraction(0)),
        lambda: half_up(Fraction(1), Fraction(0)),
        lambda: PatientFigures().figure("weight"),
        lambda: PatientFigures().known_sex,
    ],
)
def test_figures_that_cannot_be_are_refused(wrong):
    with pytest.raises(ValueError, match=r"above 0|at most 139|in kg|in mg/dL|missing"):
        wrong()


def test_ages_at_their_ends():
    assert [dated(years, "years").value for years in (0, 139)] == [0, 139]


def test_every_line_and_finding_can_be_said():
    """On paper, 60 years, 70 kg, female: (140 - 60) x 70 / 72 x 0.85 = 66.11; 5 x (66.11 + 25) = 455.6."""
    answer = dose_of(Auc(auc=Fraction(5)), Fraction(1), **EVERYTHING)
    assert [explain_line(line.code, line.values).replace("\u00a0", " ") for line in answer.working] == [
        "GFR by Cockcroft-Gault, female: (140 - 60) x 70 kg / (72 x 1 mg/dL) x 0.85 = 66.11 mL/min.",
        "Calvert: 5 mg\u00b7min/mL x (66.11 mL/min + 25 mL/min) = 455.6 mg.",
        "Rounded once, half up, to steps of 1 mg: 456 mg.",
    ]
    assert not FINDINGS.keys() & WORKING.keys()


@pytest.mark.parametrize(
    "basis",
    [basis for basis, _needs in BASES.values()]
    + [
        PerM2(amount=Fraction(9), unit="mg", formula="dubois", most_m2=Fraction(1)),
        Auc(auc=Fraction(9), weight="adjusted-from-25", least_mg_dl=Fraction(2)),
    ],
)
@pytest.mark.parametrize("step", [1, 5000, 10**9])
def test_no_sentence_lacks_a_value(basis, step):
    for kg in ("40", "99"):
        figures = patient(days_ago=400, **(EVERYTHING | {"weight": kg}))
        answer = target_dose(basis, patient=figures, on=TODAY, step=Fraction(step))
        working = answer.working if isinstance(answer, TargetDose) else ()
        said = [explain_line(item.code, item.values) for item in (*working, *answer.findings)]
        assert said
        assert not [sentence for sentence in said if "%(" in sentence]


def test_the_day_of_computing_counts():
    figures = patient(weight="70")
    later = target_dose(BASES["per kg"][0], patient=figures, on=TODAY + timedelta(days=31))
    assert dict(later.findings[0].values) == {"date": "2026-11-20", "days": "31", "limit": "30"}
    earlier = target_dose(BASES["per kg"][0], patient=figures, on=date(2026, 1, 1))
    assert earlier.findings == ()
