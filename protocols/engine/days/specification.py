"""An oral protocol over days, as asked for (contracts.md 1), frozen and exact."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Time = Literal["morning", "noon", "evening", "night"]
TIMES: tuple[Time, ...] = ("morning", "noon", "evening", "night")

#: contracts.md 1: `times_per_day` 1 is morning; 2 morning and evening; 3 adds noon; 4 adds night.
TIMES_OF: dict[int, tuple[Time, ...]] = {
    1: ("morning",),
    2: ("morning", "evening"),
    3: ("morning", "noon", "evening"),
    4: TIMES,
}


@dataclass(frozen=True, kw_only=True)
class Phase:
    """Days from `first_day` to `last_day`, both included, on which the same doses are taken; None: from then on.

    `doses` pairs each time of day with its amount, in the order of the day.
    """

    first_day: int
    last_day: int | None
    doses: tuple[tuple[Time, Fraction], ...]

    @property
    def total(self) -> Fraction:
        """The amount a day."""
        return sum((dose for _, dose in self.doses), Fraction(0))


@dataclass(frozen=True, kw_only=True)
class DaysSpecification:
    """Phases that follow each other from day 1 without a gap; amounts in `unit`, the target per day.

    `strengths` are the marketed units, such as capsules, of which doses are made; empty where none are stated.
    """

    drug: str
    route: Literal["oral"]
    target_dose: Fraction
    unit: str
    declared: frozenset[str] = frozenset()
    strengths: tuple[Fraction, ...] = ()
    phases: tuple[Phase, ...]
