"""What a person entered, already checked: the services' arguments."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from patients.background_models import TreatmentLine


@dataclass(frozen=True, kw_only=True)
class NewCondition:
    """A diagnosis, since when (patients.rules.since, "" for not known), active or resolved."""

    diagnosis: str
    since: str
    state: str


@dataclass(frozen=True, kw_only=True)
class NewLine:
    """A regimen against a diagnosis; `cycle_days` from one cycle to the next."""

    diagnosis: str
    regimen: str
    cycle_days: int | None
    intention: str
    oncologist: str
    started_on: date | None


@dataclass(frozen=True, kw_only=True)
class NewLineEnd:
    """The day a line ended."""

    line: TreatmentLine
    ended_on: date


@dataclass(frozen=True, kw_only=True)
class NewDose:
    """One drug of a line as ordered (patients.background_models.OrderedDose)."""

    line: TreatmentLine
    drug: str
    amount: Decimal | None
    unit: str
    basis: str
    factor: Decimal | None
    inputs: str


@dataclass(frozen=True, kw_only=True)
class NewValue:
    """A value in the unit in which it was reported."""

    kind: str
    value: Decimal
    unit: str
    measured_on: date


@dataclass(frozen=True, kw_only=True)
class NewRisk:
    """One risk factor that was asked for."""

    factor: str
    presence: str
    detail: str
    noted_on: date


@dataclass(frozen=True, kw_only=True)
class NewMedicine:
    """A medicine, its last intake, and what was decided about it."""

    medicine_class: str
    name: str
    dose: str
    intake: str
    last_intake_on: date | None
    decision: str
