"""Which figures a basis asks for, and why a dose cannot be computed."""

from desens.numbers.quantity import Quantity
from protocols.engine.dosing.basis import Auc, Basis, Flat, PerKg, PerM2
from protocols.engine.dosing.figures import PatientFigures
from protocols.engine.dosing.weights import LEAST_IDEAL_CM, needs_ideal
from protocols.engine.finding import Blocker


def needed(basis: Basis) -> tuple[str, ...]:
    """Names of PatientFigures, in the order in which they are asked for."""
    if isinstance(basis, Flat):
        return ()
    if isinstance(basis, PerKg):
        return ("weight",)
    if isinstance(basis, PerM2):
        return ("weight", "height")
    if basis.measured:
        return ("gfr",)
    height = () if basis.weight == "actual" else ("height",)
    return ("weight", *height, "creatinine", "age", "sex")


def not_computable(basis: Basis, *, patient: PatientFigures) -> tuple[Blocker, ...]:
    """Everything that is missing, or where the ideal weight is not stated; empty where the dose can be computed."""
    missing = tuple(name for name in needed(basis) if getattr(patient, name) is None)
    if missing:
        return tuple(Blocker(code=f"{name}-missing") for name in missing)
    return _too_short(basis, patient) if isinstance(basis, Auc) and "height" in needed(basis) else ()


def _too_short(basis: Auc, patient: PatientFigures) -> tuple[Blocker, ...]:
    height_cm = patient.value_of("height")
    ideal = needs_ideal(weight=basis.weight, weight_kg=patient.value_of("weight"), height_cm=height_cm)
    if not ideal or height_cm >= LEAST_IDEAL_CM:
        return ()
    values = (("height", str(Quantity.of(height_cm, "cm"))), ("least", str(Quantity.of(LEAST_IDEAL_CM, "cm"))))
    return (Blocker(code="ideal-weight-not-stated", values=values),)
