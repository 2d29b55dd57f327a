"""Carboplatin by Calvert: mg from a target AUC and the glomerular filtration."""

from fractions import Fraction

from desens.numbers.quantity import Quantity
from protocols.engine.dosing.basis import Auc
from protocols.engine.dosing.figures import PatientFigures
from protocols.engine.dosing.filtration import capped, measured, worked_clearance, worked_creatinine
from protocols.engine.dosing.sources import CALVERT, FDA
from protocols.engine.dosing.weights import worked_weight
from protocols.engine.dosing.worked import Worked

#: The target AUCs of the FDA's table, in mg x min/mL: outside them a slip is likelier than the truth.
USUAL_AUC = (Fraction(2), Fraction(7))
AUC_UNIT = "mg\u00b7min/mL"
_OTHER_CLEARANCE_ML_MIN = 25


def calvert_mg(*, auc: Fraction, gfr_ml_min: Fraction) -> Fraction:
    """AUC x (GFR + 25), in mg and not in mg/m2 (clinical.md 8)."""
    return auc * (gfr_ml_min + _OTHER_CLEARANCE_ML_MIN)


def worked_auc(basis: Auc, *, patient: PatientFigures) -> Worked:
    """The dose in mg with the whole working; `patient` has what `needed` names."""
    gfr = measured(patient.value_of("gfr")) if basis.measured else _estimated(basis, patient)
    dose = calvert_mg(auc=basis.auc, gfr_ml_min=gfr.value)
    auc = Quantity.of(basis.auc, AUC_UNIT)
    worked = gfr.then(
        dose,
        "calvert",
        CALVERT,
        auc=auc,
        gfr=Quantity.of(gfr.value, "mL/min"),
        other=Quantity.of(_OTHER_CLEARANCE_ML_MIN, "mL/min"),
        dose=Quantity.of(dose, "mg"),
    )
    least, most = USUAL_AUC
    if least <= basis.auc <= most:
        return worked
    limits = {"least": Quantity.of(least, AUC_UNIT), "most": Quantity.of(most, AUC_UNIT)}
    return worked.warned("auc-unusual", auc=auc, **limits, source=FDA.citation)


def _estimated(basis: Auc, patient: PatientFigures) -> Worked:
    sex, weight_kg = patient.known_sex, patient.value_of("weight")
    weight = Worked(value=weight_kg)
    if basis.weight != "actual":
        height_cm = patient.value_of("height")
        weight = worked_weight(weight=basis.weight, weight_kg=weight_kg, height_cm=height_cm, sex=sex)
    creatinine = worked_creatinine(patient.figure("creatinine"), least_mg_dl=basis.least_mg_dl)
    estimate = worked_clearance(weight=weight, creatinine=creatinine, age_years=patient.value_of("age"), sex=sex)
    return capped(estimate, most_ml_min=basis.most_ml_min)
