"""Rows of what a unit gives before an infusion, and what lies ready for a reaction."""

from dataclasses import dataclass
from fractions import Fraction

from desens.numbers.quantity import Quantity
from desens.unit.words import _

DOSE_UNITS = ("mg", "mcg", "g", "mL")
ROUTES = ("IV", "PO", "IM", "SC", "inhaled")


@dataclass(frozen=True, kw_only=True)
class UnitPremedication:
    """One medicine of a named set: `dose` None where its source states none.

    When: `minutes_before` the first step, or `moment` in words. `source` with its mark of clinical.md.
    """

    set_name: str
    drug: str
    dose: Fraction | None
    unit: str
    route: str
    minutes_before: Fraction | None
    moment: str
    reason: str
    source: str

    @property
    def told(self) -> str:
        """The row in a line."""
        dose = "" if self.dose is None else str(Quantity.of(self.dose, self.unit))
        what = " ".join(part for part in (self.drug, dose or str(_("dose to be stated")), self.route) if part)
        return f"{self.set_name}: " + ", ".join(str(part) for part in (what, self._when, self.reason) if part)

    @property
    def _when(self) -> str:
        if self.minutes_before is None:
            return self.moment
        return str(_("%(time)s before") % {"time": Quantity.of(self.minutes_before, "min")})

    @property
    def agrees(self) -> bool:
        """A dose has its unit, and the time is said in one way at most."""
        return (self.dose is None) == (self.unit == "") and not (self.minutes_before is not None and self.moment)


@dataclass(frozen=True, kw_only=True)
class UnitRescue:
    """A medicine beside epinephrine; `dose` in the words of its source, "" where the source states none."""

    drug: str
    dose: str
    route: str
    reason: str
    source: str

    @property
    def told(self) -> str:
        """The row in a line."""
        what = " ".join(part for part in (self.drug, self.dose or str(_("dose to be stated")), self.route) if part)
        return f"{what}, {self.reason}" if self.reason else what


@dataclass(frozen=True, kw_only=True)
class UnitObservation:
    """For how many hours the patient is observed after a drug, in place of the time for all."""

    drug: str
    hours: Fraction
