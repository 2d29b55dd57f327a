"""A target dose with its working, or why there is none."""

from dataclasses import dataclass
from fractions import Fraction

from protocols.engine.dosing.figures import DatedFigure
from protocols.engine.dosing.sources import Source
from protocols.engine.dosing.worked import WorkingLine
from protocols.engine.finding import Blocker, Caution


@dataclass(frozen=True, kw_only=True)
class UsedFigure:
    """A figure that went in, with its name (as in PatientFigures) and its day."""

    name: str
    figure: DatedFigure


@dataclass(frozen=True, kw_only=True)
class TargetDose:
    """`dose` in `unit`, rounded half up once, to steps of `step`; `unrounded` is what the formulae gave."""

    dose: Fraction
    unit: str
    unrounded: Fraction
    step: Fraction
    working: tuple[WorkingLine, ...]
    inputs: tuple[UsedFigure, ...]
    sources: tuple[Source, ...]
    findings: tuple[Caution, ...]


@dataclass(frozen=True, kw_only=True)
class CannotCompute:
    """Nothing is computed; each finding says what is missing or where a formula does not hold."""

    findings: tuple[Blocker, ...]


DoseResult = TargetDose | CannotCompute
