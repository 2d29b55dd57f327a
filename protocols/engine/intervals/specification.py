"""Single doses at intervals, by mouth or under the skin, as asked for (contracts.md 1), frozen and exact."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Route = Literal["oral", "subcutaneous"]
ROUTES: tuple[Route, ...] = ("oral", "subcutaneous")


@dataclass(frozen=True, kw_only=True)
class DoseSolution:
    """What doses are measured from: `concentration` in the unit per mL, `volume_ml` None where none is stated."""

    number: int
    concentration: Fraction
    volume_ml: Fraction | None = None


@dataclass(frozen=True, kw_only=True)
class SingleDose:
    """One dose. A solution with the volume in mL or the dose; or a dose alone, which has no volume.

    `minutes_after_previous` None stands for the protocol's interval; the first dose is at minute 0.
    """

    solution: int | None = None
    volume_ml: Fraction | None = None
    dose: Fraction | None = None
    minutes_after_previous: int | None = None


@dataclass(frozen=True, kw_only=True)
class IntervalSpecification:
    """Doses in their order; amounts in `unit`, the target is their sum."""

    drug: str
    route: Route
    target_dose: Fraction
    unit: str
    declared: frozenset[str] = frozenset()
    solutions: tuple[DoseSolution, ...] = ()
    interval_minutes: int | None = None
    doses: tuple[SingleDose, ...]
