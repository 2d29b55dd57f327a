"""What comes back: a schedule, frozen and exact, amounts in the specification's unit."""

from dataclasses import dataclass
from fractions import Fraction

from protocols.engine.finding import Finding

#: Goes up with every change of any output; the golden corpus in tests holds it to that.
ENGINE_VERSION = "1.2.0"


@dataclass(frozen=True, kw_only=True)
class ScheduledSolution:
    """A bag as prepared; `infused_ml` is all that was drawn from it, the line's fill included."""

    number: int
    volume_ml: Fraction
    concentration: Fraction
    amount: Fraction
    infused_ml: Fraction
    discarded_ml: Fraction
    discarded_amount: Fraction


@dataclass(frozen=True, kw_only=True)
class ScheduledStep:
    """One setting of the pump; `dose` is what reaches the patient during it, through the line.

    `fold_increase` is its dose per minute over that of the delivering step before, None where there is none.
    `flush` marks the emptying of the line after the last step, `line_fill` a step booked to fill the line.
    """

    number: int
    solution: int
    rate_ml_h: Fraction
    minutes: Fraction
    volume_ml: Fraction
    dose: Fraction
    cumulative_dose: Fraction
    fold_increase: Fraction | None = None
    flush: bool = False
    line_fill: bool = False


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """The whole infusion. `in_line_*` sum the drawn solution that stays in all lines used, diluent not counted."""

    drug: str
    route: str
    unit: str
    target_dose: Fraction
    total_minutes: Fraction
    total_dose: Fraction
    in_line_ml: Fraction
    in_line_amount: Fraction
    solutions: tuple[ScheduledSolution, ...]
    steps: tuple[ScheduledStep, ...]
    findings: tuple[Finding, ...]
    engine_version: str = ENGINE_VERSION
