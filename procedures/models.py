"""The rows of this app, one file a noun."""

from procedures.adjuvant_rows import AdjuvantDose, AdjuvantDoseInError, AdjuvantPlan, AdjuvantPlanInError
from procedures.breakthrough_rows import Breakthrough, BreakthroughInError
from procedures.event_rows import (
    InfusionEvent,
    InfusionEventInError,
    Premedication,
    PremedicationInError,
    Vitals,
    VitalsInError,
)
from procedures.procedure_rows import Ending, Particulars, Procedure, ProcedureInError
from procedures.sketch_rows import ProcedureSketch

__all__ = [
    "AdjuvantDose",
    "AdjuvantDoseInError",
    "AdjuvantPlan",
    "AdjuvantPlanInError",
    "Breakthrough",
    "BreakthroughInError",
    "Ending",
    "InfusionEvent",
    "InfusionEventInError",
    "Particulars",
    "Premedication",
    "PremedicationInError",
    "Procedure",
    "ProcedureInError",
    "ProcedureSketch",
    "Vitals",
    "VitalsInError",
]
