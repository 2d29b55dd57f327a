"""How much the bags hold together, and volumes too small for the pump to be told."""

from collections.abc import Iterator
from fractions import Fraction

from protocols.engine.finding import Blocker, Caution, Finding, NeedsSignOff
from protocols.engine.products.breaches import above
from protocols.engine.products.limits import ProductLimits
from protocols.engine.schedule import Schedule
from protocols.engine.specification import Pump
from protocols.engine.wording import minutes_text, volume_text


def too_much_diluent(schedule: Schedule, limits: ProductLimits) -> Iterator[Finding]:
    """All bags together above the label's volume; the drug's own volume is not taken off."""
    volume_ml = sum((bag.volume_ml for bag in schedule.solutions), Fraction(0))
    breach = above(limits.diluent_greatest, lambda _unit: volume_ml)
    if breach is not None:
        values = (("volume", volume_text(volume_ml)), ("product", limits.product), *breach.values)
        level = Blocker if breach.of_all else NeedsSignOff
        yield level(code="diluent-volume-above-limit", values=values)


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
