"""What the background's page shows: frozen values made by the selectors."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from desens.numbers.quantity import Quantity
from patients.background.medicines import MedicineRule
from patients.background_choices import Intake, RiskKind
from patients.background_models import (
    Condition,
    DatedValue,
    InterferingMedicine,
    NoInterferingMedicines,
    OrderedDose,
    RiskFactor,
    TreatmentLine,
    TreatmentLineEnd,
)
from patients.rules.washout import CannotCompute, Enough, StillTaken, TooShort, Washout

Row = TypeVar("Row")
OUTCOMES: dict[type[Washout], str] = {
    Enough: "enough",
    TooShort: "too short",
    StillTaken: "still taken",
    CannotCompute: "cannot compute",
}


@dataclass(frozen=True, kw_only=True)
class Kept(Generic[Row]):
    """What stands, and what stood before or was entered in error."""

    standing: tuple[Row, ...]
    earlier: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class ShownLine:
    """A treatment line with its doses and its end, if it ended."""

    row: TreatmentLine
    doses: Kept[OrderedDose]
    ends: Kept[TreatmentLineEnd]


@dataclass(frozen=True, kw_only=True)
class ShownValue:
    """A value as it was entered, and exactly the same in the other unit, where there is one."""

    row: DatedValue
    other: Quantity | None


@dataclass(frozen=True, kw_only=True)
class ShownRisk:
    """One risk factor with the answer that stands (None: not recorded); beside asthma the last FEV1.

    `fev1_below` is the unit's limit, where that FEV1 lies below it.
    """

    kind: RiskKind
    row: RiskFactor | None
    fev1: DatedValue | None = None
    fev1_below: Quantity | None = None


@dataclass(frozen=True, kw_only=True)
class ShownMedicine:
    """A medicine, what is known of its class, and its washout today."""

    row: InterferingMedicine
    rule: MedicineRule
    washout: Washout

    @property
    def outcome(self) -> str:
        """The washout in a word, for templates."""
        return OUTCOMES[type(self.washout)]

    @property
    def undecided(self) -> bool:
        """Somebody still has to decide about it before a desensitization."""
        return bool(self.rule.decide) and is_undecided(self.row)


@dataclass(frozen=True, kw_only=True)
class Medicines:
    """The medicines, and the statements that none is taken; `none_taken_on` is the one that holds."""

    kept: Kept[ShownMedicine]
    statements: tuple[NoInterferingMedicines, ...]
    none_taken_on: date | None

    @property
    def not_recorded(self) -> bool:
        """Nobody has recorded a medicine, nor that none is taken."""
        return not self.kept.standing and self.none_taken_on is None


@dataclass(frozen=True, kw_only=True)
class Background:
    """Everything on the page."""

    conditions: Kept[Condition]
    lines: Kept[ShownLine]
    values: tuple[ShownValue, ...]
    risks: tuple[ShownRisk, ...]
    earlier_risks: tuple[RiskFactor, ...]
    medicines: Medicines


@dataclass(frozen=True, kw_only=True)
class OpenLoops:
    """What the background leaves open: an AUC dose without a recent creatinine, medicines nobody decided about."""

    auc_drugs: tuple[str, ...]
    undecided: tuple[InterferingMedicine, ...]

    def __bool__(self) -> bool:
        return bool(self.auc_drugs or self.undecided)


def is_undecided(row: InterferingMedicine) -> bool:
    """It may still be taken, and nobody wrote what to do about it."""
    return row.intake in (Intake.ONGOING, Intake.UNKNOWN) and not row.decision
