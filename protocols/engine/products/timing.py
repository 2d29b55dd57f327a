"""How long it takes against the product's stability, and volumes too small for the pump to be told."""

from collections.abc import Iterator

from desens.numbers.quantity import Quantity
from protocols.engine.finding import Caution, Finding, NeedsSignOff
from protocols.engine.products.breaches import above
from protocols.engine.products.limits import ProductLimits
from protocols.engine.schedule import Schedule
from protocols.engine.specification import Pump
from protocols.engine.wording import minutes_text, volume_text


def too_long(schedule: Schedule, limits: ProductLimits) -> Iterator[Finding]:
    """The whole infusion beyond the shortest stability that is stated: later bags have to be made later."""
    hours = schedule.total_minutes / 60
    breach = above(limits.stability, lambda _hours: hours)
    if breach is not None:
        values = (("time", str(Quantity.of(hours, "h"))), ("product", limits.product), *breach.values)
        yield NeedsSignOff(code="time-beyond-stability", values=values)


def untellable(schedule: Schedule, pump: Pump | None) -> Iterator[Finding]:
    """Steps of less volume than the pump can be told: they end by time."""
    if pump is None or pump.min_volume_ml is None:
        return
    for step in schedule.steps:
        if step.volume_ml < pump.min_volume_ml:
            values = (
                ("step", str(step.number)),
                ("volume", volume_text(step.volume_ml)),
                ("least", volume_text(pump.min_volume_ml)),
                ("minutes", minutes_text(step.minutes)),
            )
            yield Caution(code="volume-not-settable", where=f"step {step.number}", values=values)
