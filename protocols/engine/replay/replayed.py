"""Where an infusion stands. Amounts in `unit`, volumes in mL, rates in mL/h, times in minutes from the first start."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from protocols.engine.delivery import Curve
from protocols.engine.finding import Finding
from protocols.engine.line import ZERO

State = Literal["not-started", "running", "waiting", "paused", "stopped", "completed"]


@dataclass(frozen=True, kw_only=True)
class Part:
    """A stretch during which the pump ran without a break."""

    begins: Fraction
    minutes: Fraction
    volume_ml: Fraction

    @property
    def ends(self) -> Fraction:
        """The minute at which it ended."""
        return self.begins + self.minutes


@dataclass(frozen=True, kw_only=True)
class Run:
    """A step as it was really given, once; given again it is another run.

    `begins` is its start, `ends` the minute up to which the pump ran for it; `minutes` leave the breaks out.
    `rate_ml_h` is the last one set. `dose` reached the patient during it, `cumulative_dose` up to its end.
    """

    number: int
    solution: int
    begins: Fraction
    ends: Fraction
    minutes: Fraction
    rate_ml_h: Fraction
    volume_ml: Fraction
    dose: Fraction
    cumulative_dose: Fraction
    flush: bool
    parts: tuple[Part, ...]


@dataclass(frozen=True, kw_only=True)
class RemainingStep:
    """A step, or what is left of it, that is still to be given; `flush` as in the schedule."""

    number: int
    solution: int
    rate_ml_h: Fraction
    minutes: Fraction
    volume_ml: Fraction
    dose: Fraction
    cumulative_dose: Fraction
    flush: bool


@dataclass(frozen=True, kw_only=True)
class BagNow:
    """What was drawn from a bag, the line's prime included, and what it still holds."""

    number: int
    infused_ml: Fraction
    left_ml: Fraction


@dataclass(frozen=True, kw_only=True)
class Replayed:
    """The state at minute `now`. `step` and `minutes_into_step` are None before the first start.

    `total_dose` is what will have been given at the end; `ends_at` assumes going on at `now`, None once stopped.
    `given` is the delivered dose over time up to `now`, None before the first minute of pumping.
    """

    unit: str
    now: Fraction
    state: State
    step: int | None
    minutes_into_step: Fraction | None
    delivered: Fraction
    in_line_ml: Fraction
    in_line_amount: Fraction
    solutions: tuple[BagNow, ...]
    remaining: tuple[RemainingStep, ...]
    ends_at: Fraction | None
    total_dose: Fraction
    findings: tuple[Finding, ...]
    runs: tuple[Run, ...]
    given: Curve | None

    def delivered_at(self, minute: Fraction) -> Fraction:
        """The dose that had reached the patient by a minute; after `now` that of `now`."""
        return self.given.cumulative_at(minute) if self.given else ZERO

    def run_at(self, minute: Fraction) -> Run | None:
        """The run that a minute belongs to: from its start until the next one; None before the first start."""
        return next((run for run in reversed(self.runs) if run.begins <= minute), None)
