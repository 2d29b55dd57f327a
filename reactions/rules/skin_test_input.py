"""A session of skin tests with one drug, as the rules take it. Absent is not negative: None is "not recorded"."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Kind = Literal["prick", "intradermal"]


@dataclass(frozen=True, kw_only=True)
class Wheal:
    """Two diameters in mm, zero allowed."""

    longest_mm: Fraction
    perpendicular_mm: Fraction

    @property
    def mean_mm(self) -> Fraction:
        """Half of the sum (Brockow 2002)."""
        return (self.longest_mm + self.perpendicular_mm) / 2


@dataclass(frozen=True, kw_only=True)
class Delayed:
    """A later reading, usually after 24, 48 or 72 h: whether there is infiltrated erythema or a papule."""

    hours: Fraction
    infiltrated: bool


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One test. `initial` is the bleb of an intradermal at injection, `control` the reading's own negative control."""

    kind: Kind
    wheal: Wheal | None
    erythema_mm: Fraction | None = None
    initial: Wheal | None = None
    control: Wheal | None = None
    delayed: tuple[Delayed, ...] = ()
    concentration: Fraction | None = None
    unit: str = ""


@dataclass(frozen=True, kw_only=True)
class Washout:
    """A medicine that bears on the tests: days since the last intake, and the days of the reviewed list.

    `least_days` and `recommended_days` are None where the list knows no number of days; `known` is False for a medicine
    that the list does not hold. `days_since` None: the last intake is not known.
    """

    medicine: str
    days_since: Fraction | None
    least_days: int | None = None
    recommended_days: int | None = None
    suppresses: bool = False
    known: bool = True


@dataclass(frozen=True, kw_only=True)
class SkinTests:
    """The readings of one drug in their order with the controls of the prick series.

    `growth_mm` is the unit's setting, 3 to 5 mm. Washouts None: nobody asked; empty: asked, none taken.
    """

    readings: tuple[Reading, ...]
    histamine: Wheal | None = None
    negative: Wheal | None = None
    days_after_reaction: Fraction | None = None
    washouts: tuple[Washout, ...] | None = None
    growth_mm: Fraction = Fraction(3)
