"""Glomerular filtration for Calvert: measured, or estimated by Cockcroft-Gault with its options and caps."""

from fractions import Fraction

from desens.numbers.quantity import Quantity
from protocols.engine.dosing.basis import FDA_CAP_ML_MIN
from protocols.engine.dosing.figures import DatedFigure, Sex
from protocols.engine.dosing.sources import COCKCROFT_GAULT, FDA, NCCN
from protocols.engine.dosing.worked import Worked

#: 88.4 mcmol/L of creatinine are 1 mg/dL (clinical.md 8).
MCMOL_PER_MG_DL = Fraction(884, 10)
ADULT_YEARS = 18
_FEMALE = Fraction(85, 100)
_ML_MIN, _MG_DL = "mL/min", "mg/dL"


def clearance_ml_min(*, age_years: Fraction, weight_kg: Fraction, creatinine_mg_dl: Fraction, sex: Sex) -> Fraction:
    """Cockcroft-Gault: (140 - age) x kg / (72 x mg/dL), x 0.85 if female (clinical.md 8)."""
    clearance = (140 - age_years) * weight_kg / (72 * creatinine_mg_dl)
    return clearance * _FEMALE if sex == "female" else clearance


def worked_creatinine(creatinine: DatedFigure, *, least_mg_dl: Fraction | None) -> Worked:
    """Serum creatinine in mg/dL; below `least_mg_dl` that, with a caution."""
    worked = Worked(value=creatinine.value)
    if creatinine.unit == "mcmol/L":
        value = creatinine.value / MCMOL_PER_MG_DL
        reported = Quantity.of(creatinine.value, creatinine.unit)
        worked = worked.then(value, "creatinine-converted", reported=reported, creatinine=Quantity.of(value, _MG_DL))
    if least_mg_dl is None or worked.value >= least_mg_dl:
        return worked
    texts = {"creatinine": Quantity.of(worked.value, _MG_DL), "least": Quantity.of(least_mg_dl, _MG_DL)}
    return worked.then(least_mg_dl, "creatinine-raised", NCCN, **texts).warned("creatinine-limited", **texts)


def worked_clearance(*, weight: Worked, creatinine: Worked, age_years: Fraction, sex: Sex) -> Worked:
    """The estimate by Cockcroft-Gault from a weight in kg and a creatinine in mg/dL; a caution below 18 years."""
    clearance = clearance_ml_min(
        age_years=age_years, weight_kg=weight.value, creatinine_mg_dl=creatinine.value, sex=sex
    )
    worked = creatinine.after(weight).then(
        clearance,
        f"cockcroft-gault-{sex}",
        COCKCROFT_GAULT,
        age=Quantity.of(age_years, "").number,
        weight=Quantity.of(weight.value, "kg"),
        creatinine=Quantity.of(creatinine.value, _MG_DL),
        gfr=Quantity.of(clearance, _ML_MIN),
    )
    return worked if age_years >= ADULT_YEARS else worked.warned("not-an-adult")


def capped(estimate: Worked, *, most_ml_min: Fraction | None) -> Worked:
    """An estimate above `most_ml_min` is that; a caution where it was capped, or could have been by the FDA's limit."""
    gfr = Quantity.of(estimate.value, _ML_MIN)
    if most_ml_min is not None and estimate.value > most_ml_min:
        most = Quantity.of(most_ml_min, _ML_MIN)
        return estimate.then(most_ml_min, "gfr-capped", FDA, gfr=gfr, most=most).warned(
            "gfr-limited", gfr=gfr, most=most
        )
    if estimate.value > FDA_CAP_ML_MIN:
        return estimate.warned("gfr-not-limited", gfr=gfr, most=Quantity.of(FDA_CAP_ML_MIN, _ML_MIN))
    return estimate


def measured(gfr_ml_min: Fraction) -> Worked:
    """A measured GFR, which nothing caps."""
    gfr = Quantity.of(gfr_ml_min, _ML_MIN)
    return Worked(value=gfr_ml_min).then(gfr_ml_min, "gfr-measured", FDA, gfr=gfr)
