"""A target dose from what was ordered and what is known of the patient."""

from datetime import date
from fractions import Fraction

from desens.numbers.quantity import Quantity
from protocols.engine.dosing.ageing import old_figures
from protocols.engine.dosing.basis import Auc, Basis, Flat, PerKg, PerM2
from protocols.engine.dosing.calvert import worked_auc
from protocols.engine.dosing.figures import PatientFigures
from protocols.engine.dosing.needs import needed, not_computable
from protocols.engine.dosing.result import CannotCompute, DoseResult, TargetDose, UsedFigure
from protocols.engine.dosing.rounding import rounded
from protocols.engine.dosing.surface import M2, worked_surface
from protocols.engine.dosing.worked import Worked
from protocols.engine.finding import Blocker

ONE = Fraction(1)


def target_dose(basis: Basis, *, patient: PatientFigures, on: date, step: Fraction = ONE) -> DoseResult:
    """The dose ordered as `basis` for this patient on a day, rounded half up once, to steps of `step` of its unit.

    What is missing, or where a formula does not hold, is the result. Raises ValueError for a step of 0 or less.
    """
    reasons = not_computable(basis, patient=patient)
    if reasons:
        return CannotCompute(findings=reasons)
    worked = _worked(basis, patient)
    unit = "mg" if isinstance(basis, Auc) else basis.unit
    final = rounded(worked, step=step, unit=unit)
    if final.value == 0:
        texts = (("dose", str(Quantity.of(worked.value, unit))), ("step", str(Quantity.of(step, unit))))
        return CannotCompute(findings=(Blocker(code="dose-rounds-to-nothing", values=texts),))
    names = needed(basis)
    return TargetDose(
        dose=final.value,
        unit=unit,
        unrounded=worked.value,
        step=step,
        working=final.lines,
        inputs=tuple(UsedFigure(name=name, figure=dated) for name in names if (dated := patient.dated(name))),
        sources=final.sources,
        findings=(*final.cautions, *old_figures(names, patient=patient, on=on)),
    )


def _worked(basis: Basis, patient: PatientFigures) -> Worked:
    if isinstance(basis, Auc):
        return worked_auc(basis, patient=patient)
    if isinstance(basis, Flat):
        return Worked(value=basis.amount).then(basis.amount, "flat", dose=Quantity.of(basis.amount, basis.unit))
    return _per_kg(basis, patient) if isinstance(basis, PerKg) else _per_m2(basis, patient)


def _per_kg(basis: PerKg, patient: PatientFigures) -> Worked:
    weight_kg = patient.value_of("weight")
    dose = basis.amount * weight_kg
    return Worked(value=weight_kg).then(
        dose,
        "per-kg",
        amount=Quantity.of(basis.amount, f"{basis.unit}/kg"),
        weight=Quantity.of(weight_kg, "kg"),
        dose=Quantity.of(dose, basis.unit),
    )


def _per_m2(basis: PerM2, patient: PatientFigures) -> Worked:
    surface = worked_surface(
        height_cm=patient.value_of("height"),
        weight_kg=patient.value_of("weight"),
        formula=basis.formula,
        most_m2=basis.most_m2,
    )
    dose = basis.amount * surface.value
    return surface.then(
        dose,
        "per-m2",
        amount=Quantity.of(basis.amount, f"{basis.unit}/{M2}"),
        surface=Quantity.of(surface.value, M2),
        dose=Quantity.of(dose, basis.unit),
    )
