"""What is recorded, and what is typed on the day, as plain values. None and "" are "not recorded", never "no"."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

Intake = Literal["ongoing", "stopped", "taken", "unknown"]


@dataclass(frozen=True, kw_only=True)
class Grounds:
    """Whether at all: `alternative` is "none" or "exists", `consent` "written" or "refused".

    `stated_on` is None where no statement is recorded, `consent_on` where nobody asked.
    """

    alternative: str = ""
    alternative_detail: str = ""
    oncologist: str = ""
    stated_on: date | None = None
    consent: str = ""
    consent_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Decided:
    """The assessment in force: its number, the way in the words of contracts.md 4, and where, if it says so."""

    number: int
    way: str
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A medicine as recorded, and what was decided about it ("" where nothing was)."""

    name: str
    intake: Intake
    last_on: date | None = None
    decision: str = ""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A value in the unit of its rule, and its day."""

    value: Fraction
    on: date


@dataclass(frozen=True, kw_only=True)
class Record:
    """Of one patient, for one drug. `none_taken_on`: the statement that no interfering medicine is taken.

    `pregnancy_asked` is False where the question makes no sense; `other_days` are the drugs of other protocols of the
    patient that are released, with their days.
    """

    age_years: int
    grounds: Grounds | None = None
    decision: Decided | None = None
    asthma: bool | None = None
    fev1_percent: Measured | None = None
    cardiac: bool | None = None
    beta_blockers: tuple[Taken, ...] = ()
    ace_inhibitors: tuple[Taken, ...] = ()
    medicines_recorded: bool = False
    none_taken_on: date | None = None
    pregnant: bool | None = None
    pregnancy_asked: bool = True
    other_days: tuple[tuple[str, date], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What is typed at the release: temperature in degrees Celsius, pressures in mmHg, SpO2 in percent, beats a minute.

    `allergist`: "present" (also at the first dose), "within" reach only, "far"; `consent_again`: "yes", "no";
    `infection`: "none", "present"; `beta_blocker`: "none", "continue", "hold".
    """

    planned_on: date | None = None
    place: str = ""
    patients_per_nurse: int | None = None
    allergist: str = ""
    consent_again: str = ""
    infection: str = ""
    temperature_c: Fraction | None = None
    systolic_mmhg: Fraction | None = None
    diastolic_mmhg: Fraction | None = None
    spo2_percent: Fraction | None = None
    heart_rate: Fraction | None = None
    beta_blocker: str = ""
    beta_blocker_why: str = ""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What the unit chose: FEV1 in percent of predicted, and whether 90 mmHg itself is low in adults."""

    fev1_percent: Fraction = Fraction(80)
    at_most_90: bool = False
