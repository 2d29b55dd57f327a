"""How long it takes against the product's stability."""

from collections.abc import Iterator

from desens.numbers.quantity import Quantity
from protocols.engine.finding import Finding, NeedsSignOff
from protocols.engine.products.breaches import above
from protocols.engine.products.limits import ProductLimits
from protocols.engine.schedule import Schedule


def too_long(schedule: Schedule, limits: ProductLimits) -> Iterator[Finding]:
    """The whole infusion beyond the shortest stability that is stated: later bags have to be made later."""
    hours = schedule.total_minutes / 60
    breach = above(limits.stability, lambda _hours: hours)
    if breach is not None:
        values = (("time", str(Quantity.of(hours, "h"))), ("product", limits.product), *breach.values)
        yield NeedsSignOff(code="time-beyond-stability", values=values)
