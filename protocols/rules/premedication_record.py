"""What the record says that bears on premedication, as plain values. None is "not recorded", never "no"."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from protocols.rules.medicine_groups import Medicine
from protocols.rules.premedication_row import PremedicationRow

Why = Literal["culprit", "confirmed", "suspected"]


@dataclass(frozen=True, kw_only=True)
class Ordered:
    """A row with the medicine that it names."""

    row: PremedicationRow
    medicine: Medicine


@dataclass(frozen=True, kw_only=True)
class Held:
    """A medicine that the patient reacted to, or is held to be allergic to."""

    medicine: Medicine
    why: Why


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A medicine of a class; `days_since` the last intake, None where it is ongoing or nobody knows."""

    name: str
    ongoing: bool
    days_since: int | None


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A value in the unit of its rule, how many days before the day asked about, and that day in words."""

    value: Fraction
    days_old: int
    on: str


@dataclass(frozen=True, kw_only=True)
class PatientRecord:
    """Of one patient on one day; refuted labels are not among `held`.

    `allergies_recorded`: a label, or that none is known. `nsaid_hypersensitivity`: the answer to that risk factor.
    `no_medicines`: the statement that no interfering medicine is taken. `kidney_diagnoses`: active ones that name the
    kidney. `cytokine_release`: whether the assessment says so; None where nobody assessed.
    """

    held: tuple[Held, ...]
    allergies_recorded: bool
    nsaid_hypersensitivity: bool | None
    anticoagulants: tuple[Taken, ...]
    beta_blockers: tuple[Taken, ...]
    no_medicines: bool
    platelets: Measured | None
    clearance_ml_min: Measured | None
    kidney_diagnoses: tuple[str, ...]
    cytokine_release: bool | None
    age_years: int


@dataclass(frozen=True, kw_only=True)
class Limits:
    """The unit's: platelets in thousand million a litre and clearance in mL/min below which no aspirin is given."""

    least_platelets: Fraction
    least_clearance_ml_min: Fraction
    child_below_years: int
