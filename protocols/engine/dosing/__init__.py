"""Target doses: what was ordered and who the patient is in, a dose with its working out. Formulae: README.md beside."""

from protocols.engine.dosing.basis import FDA_CAP_ML_MIN, Auc, Basis, Flat, PerKg, PerM2
from protocols.engine.dosing.computing import target_dose
from protocols.engine.dosing.figures import DatedFigure, PatientFigures
from protocols.engine.dosing.result import CannotCompute, DoseResult, TargetDose, UsedFigure
from protocols.engine.dosing.sources import Source
from protocols.engine.dosing.worked import WorkingLine

__all__ = [
    "FDA_CAP_ML_MIN",
    "Auc",
    "Basis",
    "CannotCompute",
    "DatedFigure",
    "DoseResult",
    "Flat",
    "PatientFigures",
    "PerKg",
    "PerM2",
    "Source",
    "TargetDose",
    "UsedFigure",
    "WorkingLine",
    "target_dose",
]
