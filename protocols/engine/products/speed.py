"""How fast the drug runs: the product's greatest rate, else its shortest infusion time."""

from collections.abc import Iterator
from fractions import Fraction

from desens.numbers.quantity import Quantity
from protocols.engine.finding import Blocker, Finding, NeedsSignOff
from protocols.engine.products.breaches import InUnit, above, converted, said
from protocols.engine.products.limits import Limit, ProductLimits
from protocols.engine.schedule import Schedule, ScheduledStep

MINUTES = {"h": Fraction(60), "min": Fraction(1)}


def too_fast(schedule: Schedule, limits: ProductLimits, weight_kg: Fraction | None) -> Iterator[Finding]:
    """The fastest step above the greatest rate: in the published families that is the last (clinical.md 11)."""
    for step, in_unit in _fastest_first(schedule, weight_kg):
        breach = above(limits.rate_greatest, in_unit)
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
    step = max(schedule.steps, key=lambda step: per_minute(schedule, step))
    usual = schedule.target_dose / limit.value
    if per_minute(schedule, step) > usual:
        per_hour = f"{schedule.unit}/h"
        values = (
            ("step", str(step.number)),
            ("rate", str(Quantity.of(per_minute(schedule, step) * 60, per_hour))),
            ("usual", str(Quantity.of(usual * 60, per_hour))),
            ("product", limits.product),
            ("limit", str(Quantity.of(limit.value, limit.unit))),
            *said(limit),
        )
        yield NeedsSignOff(code="rate-above-shortest-time", where=f"step {step.number}", values=values)


def per_minute(schedule: Schedule, step: ScheduledStep) -> Fraction:
    """What the pump pushes in a minute, in the schedule's unit: rate x concentration of the step's bag / 60."""
    concentrations = {bag.number: bag.concentration for bag in schedule.solutions}
    return step.rate_ml_h * concentrations[step.solution] / 60


def needs_weight(limit: Limit) -> bool:
    """Whether the limit is per kg of body weight."""
    return "/kg/" in limit.unit


def rate_of(step: ScheduledStep, schedule: Schedule, weight_kg: Fraction | None) -> InUnit:
    """The step's rate in a limit's unit, such as mL/h, mg/min or mg/kg/h; None without the weight it needs."""

    def in_unit(unit: str) -> Fraction | None:
        what, *per_kg, time = unit.split("/")
        kilograms = weight_kg if per_kg else Fraction(1)
        volume_per_minute = step.rate_ml_h / 60
        rate = volume_per_minute if what == "mL" else converted(per_minute(schedule, step), schedule.unit, what)
        return None if rate is None or kilograms is None else rate * MINUTES[time] / kilograms

    return in_unit


def _fastest_first(schedule: Schedule, weight_kg: Fraction | None) -> Iterator[tuple[ScheduledStep, InUnit]]:
    for step in sorted(schedule.steps, key=lambda step: per_minute(schedule, step), reverse=True):
        yield step, rate_of(step, schedule, weight_kg)
