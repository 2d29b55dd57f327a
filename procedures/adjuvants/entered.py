"""What a person entered of an adjuvant medicine, already read: the services' arguments."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from procedures.recording.entered import Entered


@dataclass(frozen=True, kw_only=True)
class About(Entered):
    """Which medicine, given so that which culprit drug (its name) is tolerated."""

    culprit: str
    adjuvant: str = "omalizumab"
    other_name: str = ""


@dataclass(frozen=True, kw_only=True)
class NewDose(About):
    """One dose; `given_on` as exactly as `given_precision` says (`dating.day_before` counts it from a procedure)."""

    given_on: date
    given_precision: str = "day"
    dose: Decimal | None = None
    dose_unit: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class NewPlan(About):
    """From `from_on` every `interval_days`, or stopped for a `reason`."""

    from_on: date
    from_precision: str = "day"
    interval_days: int | None = None
    stopped: bool = False
    reason: str = ""
