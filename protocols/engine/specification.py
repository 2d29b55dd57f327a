"""What is asked for: a protocol specification (contracts.md 1), frozen and exact."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

DECLARATIONS = ("logarithmic", "slow", "falling")
AmountWord = Literal["full", "remainder"]
VolumeWord = Literal["rest", "to_target"]
Prime = Literal["diluent", "solution"]
AMOUNT_WORDS: tuple[AmountWord, ...] = ("full", "remainder")
VOLUME_WORDS: tuple[VolumeWord, ...] = ("rest", "to_target")
PRIMES: tuple[Prime, ...] = ("diluent", "solution")
#: What a bag may be made with; drugs.kinds has the same codes and, beside them, what a label refuses.
DILUENTS = ("sodium-chloride-0.9", "glucose-5", "glucose-5-sodium-chloride-0.9", "glucose-5-ringer", "undiluted")


@dataclass(frozen=True, kw_only=True)
class Solution:
    """A bag: its volume in mL and exactly one of amount, concentration (per mL) and dilution.

    `amount` "full" is the target dose; "remainder" is solved so that the target is met exactly.
    `dilution` n means one n-th of (target dose / volume of the last step's solution).
    `diluent` is one of DILUENTS, None where none is stated; no figure depends on it.
    """

    number: int
    volume_ml: Fraction
    amount: Fraction | AmountWord | None = None
    concentration: Fraction | None = None
    dilution: Fraction | None = None
    diluent: str | None = None


@dataclass(frozen=True, kw_only=True)
class Step:
    """Two of rate (mL/h), minutes and volume (mL); all three only where they agree.

    Volume "rest" is the bag's volume less what was drawn; "to_target" ends where the target is delivered.
    """

    solution: int
    rate_ml_h: Fraction | None = None
    minutes: Fraction | None = None
    volume_ml: Fraction | VolumeWord | None = None


@dataclass(frozen=True, kw_only=True)
class Line:
    """The tubing from the bag to the vein, or to the point where a running carrier joins."""

    dead_volume_ml: Fraction
    primed_with: Prime
    per_solution: bool = True
    end_flush: bool = False


@dataclass(frozen=True, kw_only=True)
class Pump:
    """What the pump can be set to: rates in mL/h, and the least volume in mL, None where none is stated."""

    rate_resolution_ml_h: Fraction
    min_rate_ml_h: Fraction
    max_rate_ml_h: Fraction
    min_volume_ml: Fraction | None = None


@dataclass(frozen=True, kw_only=True)
class Specification:
    """An intravenous protocol; amounts in `unit`. Without a line nothing is lost, without a pump nothing rounds."""

    drug: str
    route: Literal["intravenous"]
    target_dose: Fraction
    unit: str
    declared: frozenset[str] = frozenset()
    solutions: tuple[Solution, ...]
    steps: tuple[Step, ...]
    line: Line | None = None
    pump: Pump | None = None
