"""What comes back for single doses at intervals (contracts.md 2), frozen and exact."""

from dataclasses import dataclass
from fractions import Fraction

from protocols.engine.finding import Finding


@dataclass(frozen=True, kw_only=True)
class DrawnSolution:
    """A solution and what was drawn from it; what depends on an unstated volume is None."""

    number: int
    volume_ml: Fraction | None
    concentration: Fraction
    drawn_ml: Fraction

    @property
    def amount(self) -> Fraction | None:
        """What it holds."""
        return None if self.volume_ml is None else self.volume_ml * self.concentration

    @property
    def discarded_ml(self) -> Fraction | None:
        """What is left over, in mL."""
        return None if self.volume_ml is None else self.volume_ml - self.drawn_ml

    @property
    def discarded_amount(self) -> Fraction | None:
        """What is left over."""
        return None if self.discarded_ml is None else self.discarded_ml * self.concentration


@dataclass(frozen=True, kw_only=True)
class IntervalStep:
    """One dose at `minute` from the first; `volume_ml` None for a dose that is not measured from a solution.

    `fold_increase` is the dose over the dose before, None for the first.
    """

    number: int
    minute: int
    solution: int | None
    volume_ml: Fraction | None
    dose: Fraction
    cumulative_dose: Fraction
    fold_increase: Fraction | None = None


@dataclass(frozen=True, kw_only=True)
class IntervalSchedule:
    """All doses; the last is given at `total_minutes`."""

    drug: str
    route: str
    unit: str
    target_dose: Fraction
    total_minutes: int
    total_dose: Fraction
    solutions: tuple[DrawnSolution, ...]
    steps: tuple[IntervalStep, ...]
    findings: tuple[Finding, ...]
    engine_version: str
