"""What is recorded of a patient's medicines and conditions, as the risk rules take it; what nobody asked stays so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from patients.background.shown import Medicines, ShownValue
from patients.background_choices import Intake, Presence, RiskKind, ValueKind
from patients.background_models import DatedValue, InterferingMedicine, RiskFactor
from reactions.assessing.facts import Fact, fact
from reactions.rules.level import Level
from reactions.rules.risk import Background

#: What the risk of a desensitization depends on; an unanswered one is said (clinical.md 5.2).
ASKED = (RiskKind.CARDIAC, RiskKind.ASTHMA, RiskKind.MASTOCYTOSIS, RiskKind.PREGNANCY)


@dataclass(frozen=True, kw_only=True)
class PatientRisks:
    """The answers that stand, the medicines taken and those stopped, the last FEV1 in percent, what nobody asked."""

    background: Background
    answers: tuple[RiskFactor, ...]
    taken: tuple[InterferingMedicine, ...]
    stopped: tuple[InterferingMedicine, ...]
    fev1: DatedValue | None
    not_asked: tuple[str, ...]
    medicines_asked: bool

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Each entry as a fact."""
        fev1 = (self.fev1,) if self.fev1 else ()
        return tuple(fact(row, row.told) for row in (*self.answers, *self.taken, *self.stopped, *fev1))


def risks_of(
    answers: Mapping[str, RiskFactor], medicines: Medicines, values: Iterable[ShownValue], baseline: Level | None
) -> PatientRisks:
    """From the rows of the background; `baseline` is the patient's tryptase in ng/mL."""
    known = [shown.row for shown in medicines.kept.standing]
    taken = tuple(row for row in known if row.intake != Intake.STOPPED)
    right = (shown.row for shown in values if not hasattr(shown.row, "error"))
    fev1 = next((row for row in right if row.kind == ValueKind.FEV1_PERCENT), None)
    present = (row.factor for row in answers.values() if row.presence == Presence.PRESENT)
    return PatientRisks(
        background=Background(
            medicines=None if medicines.not_recorded else frozenset(_code(row.medicine_class) for row in taken),
            conditions=frozenset(map(_code, present)) if answers else None,
            fev1_percent=None if fev1 is None else Fraction(fev1.value),
            baseline_tryptase=baseline,
        ),
        answers=tuple(answers.values()),
        taken=taken,
        stopped=tuple(row for row in known if row.intake == Intake.STOPPED),
        fev1=fev1,
        not_asked=tuple(str(kind.label) for kind in ASKED if kind not in answers),
        medicines_asked=not medicines.not_recorded,
    )


def _code(choice: str) -> str:
    return str(choice).replace("_", "-")
