"""How strong the bags are, against the product's range and its own strength."""

from collections.abc import Iterator

from protocols.engine.finding import Blocker, Finding, NeedsSignOff
from protocols.engine.products.breaches import Breach, above, below
from protocols.engine.products.limits import ProductLimits
from protocols.engine.products.units import per_ml
from protocols.engine.schedule import Schedule, ScheduledSolution
from protocols.engine.wording import concentration_text


def outside_range(schedule: Schedule, limits: ProductLimits) -> Iterator[Finding]:
    """Bags below or above the label's range: the last blocks where no stated limit allows it, others are signed for.

    clinical.md 11: every 1/10 and 1/100 bag of a drug with a stated minimum is below it.
    """
    last = schedule.steps[-1].solution
    for bag in schedule.solutions:
        concentration = per_ml(bag.concentration, schedule.unit)
        for code, breach in (
            ("concentration-below-range", below(limits.concentration_least, concentration)),
            ("concentration-above-range", above(limits.concentration_greatest, concentration)),
        ):
            if breach is not None:
                level = Blocker if breach.of_all and bag.number == last else NeedsSignOff
                yield level(
                    code=code, where=f"solution {bag.number}", values=_values(bag, schedule.unit, breach, limits)
                )


def unreachable(schedule: Schedule, limits: ProductLimits) -> Iterator[Finding]:
    """Bags that no dilution of the product gives: they are stronger than the product itself."""
    for bag in schedule.solutions:
        breach = above(limits.strength, per_ml(bag.concentration, schedule.unit))
        if breach is not None and breach.of_all:
            values = _values(bag, schedule.unit, breach, limits)
            yield Blocker(code="dilution-unreachable", where=f"solution {bag.number}", values=values)


def _values(bag: ScheduledSolution, unit: str, breach: Breach, limits: ProductLimits) -> tuple[tuple[str, str], ...]:
    return (
        ("solution", str(bag.number)),
        ("concentration", concentration_text(bag.concentration, unit)),
        ("product", limits.product),
        *breach.values,
    )
