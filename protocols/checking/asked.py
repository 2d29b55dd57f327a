"""The figures that are asked for, with the version's own: from the stored schedule, nothing is computed again."""

from collections.abc import Iterator

from protocols.checking.stock import Stock
from protocols.engine import Schedule
from protocols.oral.checking import asked_by_mouth
from protocols.rules.blind_check import Wanted
from protocols.version_document import VersionDocument


def asked_of(document: VersionDocument, stock: Stock) -> tuple[Wanted, ...]:
    """Bag by bag, then the first and the last step's rate; by mouth: phase by phase, or dose by dose."""
    if not document.is_infused:
        return asked_by_mouth(document)
    return (*_of_bags(document, stock), *_rates(document.infusion.schedule))


def _of_bags(document: VersionDocument, stock: Stock) -> Iterator[Wanted]:
    """Of each bag the concentration, or the amount where the concentration was ordered; the stock for its volume."""
    schedule, unit = document.infusion.schedule, document.schedule.unit
    ordered_so = {bag.number for bag in document.infusion.specification.solutions if bag.concentration is not None}
    for bag in schedule.solutions:
        if bag.number in ordered_so:
            yield Wanted(part="bag", number=bag.number, what="amount", unit=unit, value=bag.amount)
        else:
            per_ml = f"{unit}/mL"
            yield Wanted(part="bag", number=bag.number, what="concentration", unit=per_ml, value=bag.concentration)
        if stock.strength and bag.number in stock.bags:
            volume_ml = bag.amount / stock.strength
            yield Wanted(part="bag", number=bag.number, what="withdrawal", unit="mL", value=volume_ml)


def _rates(schedule: Schedule) -> Iterator[Wanted]:
    steps = [step for step in schedule.steps if not step.flush]
    ends = {step.number: step for step in (steps[0], steps[-1])}
    for number, step in ends.items():
        yield Wanted(part="step", number=number, what="rate", unit="mL/h", value=step.rate_ml_h)
