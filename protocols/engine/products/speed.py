"""How fast the drug runs: against the product's greatest rate, else against its shortest infusion time."""

from collections.abc import Iterator
from fractions import Fraction

from desens.numbers.quantity import Quantity
from protocols.engine.finding import Blocker, Finding, NeedsSignOff
from protocols.engine.products.breaches import above, said
from protocols.engine.products.limits import ProductLimits
from protocols.engine.products.pace import most_drug, most_volume, per_minute, rate_of
from protocols.engine.schedule import Schedule


def too_fast(schedule: Schedule, limits: ProductLimits, weight_kg: Fraction | None) -> Iterator[Finding]:
    """The step of the most drug a minute, else that of the most mL, above the greatest rate.

    In the published families that is the last step (clinical.md 11). No other can be above where these two are not.
    """
    for step in (most_drug(schedule), most_volume(schedule)):
        breach = above(limits.rate_greatest, rate_of(step, schedule, weight_kg))
        if breach is not None:
            rate = ("rate", str(Quantity.of(breach.figure, breach.limit.unit)))
            values = (("step", str(step.number)), rate, ("product", limits.product), *breach.values)
            level = Blocker if breach.of_all else NeedsSignOff
            yield level(code="rate-above-maximum", where=f"step {step.number}", values=values)
            return


def faster_than_label(schedule: Schedule, limits: ProductLimits) -> Iterator[Finding]:
    """Where a shortest time is stated instead of a rate: the fastest step above target dose / that time."""
    if limits.rate_greatest or not limits.minutes_least:
        return
    limit = max(limits.minutes_least, key=lambda limit: limit.value)
    step = most_drug(schedule)
    pace, usual = per_minute(schedule, step), schedule.target_dose / limit.value
    if pace > usual:
        per_hour = f"{schedule.unit}/h"
        values = (
            ("step", str(step.number)),
            ("rate", str(Quantity.of(pace * 60, per_hour))),
            ("usual", str(Quantity.of(usual * 60, per_hour))),
            ("product", limits.product),
            ("limit", str(Quantity.of(limit.value, limit.unit))),
            *said(limit),
        )
        yield NeedsSignOff(code="rate-above-shortest-time", where=f"step {step.number}", values=values)
