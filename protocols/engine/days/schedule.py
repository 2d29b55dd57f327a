"""What comes back for an oral protocol over days (contracts.md 2), frozen and exact."""

from dataclasses import dataclass
from fractions import Fraction

from protocols.engine.days.specification import Time
from protocols.engine.finding import Finding


@dataclass(frozen=True, kw_only=True)
class DayDose:
    """What is taken at one time of a day.

    `units` pairs counts with strengths, the strongest first; None where no strengths are stated or none fit.
    """

    time: Time
    dose: Fraction
    units: tuple[tuple[int, Fraction], ...] | None = None


@dataclass(frozen=True, kw_only=True)
class ScheduledDay:
    """One day; `fold_increase` is its total over that of the day before, None on the first."""

    day: int
    doses: tuple[DayDose, ...]
    total: Fraction
    fold_increase: Fraction | None = None


@dataclass(frozen=True, kw_only=True)
class DaysSchedule:
    """All days up to the last, or up to and including the first day of an open phase (`open_ended`)."""

    drug: str
    route: str
    unit: str
    target_dose: Fraction
    strengths: tuple[Fraction, ...]
    open_ended: bool
    days: tuple[ScheduledDay, ...]
    findings: tuple[Finding, ...]
    engine_version: str
