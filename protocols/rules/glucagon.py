"""Glucagon for anaphylaxis on a beta-blocker, where epinephrine may fail.

Source: "1-5 mg IV over 5 min, then 5-15 mcg/min" (practice parameter, from the literature). IDWiki prints "1 to 2 mg
bolus then 1 to 5 mg/hour": 16.7 to 83 mcg/min, three to six times as much. The conflict is printed beside the order;
which infusion is ordered is a setting of the unit. Both are doses for adults: no source here states a child's.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from desens.numbers.marking import gettext_noop
from desens.numbers.quantity import Quantity
from protocols.engine import Caution, Finding, NeedsSignOff
from protocols.rules.premedication_record import PatientRecord, Taken

Rate = Literal["mcg-min", "mg-h"]
BOLUS_MG = (Fraction(1), Fraction(5))
BOLUS_MINUTES = Fraction(5)
RATES: dict[Rate, tuple[Fraction, Fraction, str]] = {
    "mcg-min": (Fraction(5), Fraction(15), "mcg/min"),
    "mg-h": (Fraction(1), Fraction(5), "mg/h"),
}
SOURCES: dict[Rate, str] = {
    "mcg-min": gettext_noop("practice parameter; IDWiki prints 1 to 5\u00a0mg/h, three to six times as much"),
    "mg-h": gettext_noop("IDWiki; the practice parameter states 5 to 15\u00a0mcg/min, a third to a sixth of it"),
}
#: No source states how long a beta-blocker matters: five half-lives of the longest acting (24 h), and two days more.
GONE_AFTER_DAYS = 7


@dataclass(frozen=True, kw_only=True)
class Glucagon:
    """A bolus in mg IV over minutes, then an infusion in `rate_unit`; `because` names the beta-blocker, "" if none."""

    bolus_least_mg: Fraction
    bolus_most_mg: Fraction
    bolus_minutes: Fraction
    rate_least: Fraction
    rate_most: Fraction
    rate_unit: str
    source: str
    because: str


def glucagon(rate: Rate, *, because: str) -> Glucagon:
    """The order for an adult with the infusion that the unit uses."""
    least, most, unit = RATES[rate]
    return Glucagon(
        bolus_least_mg=BOLUS_MG[0],
        bolus_most_mg=BOLUS_MG[1],
        bolus_minutes=BOLUS_MINUTES,
        rate_least=least,
        rate_most=most,
        rate_unit=unit,
        source=SOURCES[rate],
        because=because,
    )


def glucagon_order(
    record: PatientRecord, rate: Rate, *, asked_for: bool, child_below_years: int
) -> tuple[Glucagon | None, tuple[Finding, ...]]:
    """Glucagon where a beta-blocker may still act or somebody asks for it, and what is said about it."""
    acting = [taken.name for taken in record.beta_blockers if _may_still_act(taken)]
    silent = not record.beta_blockers and not record.no_medicines
    said = (Caution(code="glucagon-not-recorded"),) if silent else ()
    if not acting and not asked_for:
        return None, said
    because = ", ".join(acting)
    if record.age_years < child_below_years:
        return None, (*said, _for_a_child(because))
    order = glucagon(rate, because=because)
    if not because:
        return order, said
    values = (("medicine", because), ("rate", rate_text(order)))
    return order, (Caution(code="glucagon-ordered", values=values),)


def _for_a_child(because: str) -> Finding:
    if not because:
        return NeedsSignOff(code="glucagon-child-asked")
    return NeedsSignOff(code="glucagon-child", values=(("medicine", because),))


def rate_text(order: Glucagon) -> str:
    """The infusion: "5 to 15 mcg/min"; the bounds with the unit behind the last."""
    return f"{Quantity.of(order.rate_least, order.rate_unit).number} to {Quantity.of(order.rate_most, order.rate_unit)}"


def _may_still_act(taken: Taken) -> bool:
    return taken.ongoing or taken.days_since is None or taken.days_since <= GONE_AFTER_DAYS
