"""What is to be seen in a plan. Codes and limits: README.md; sentences: messages.py."""

from collections.abc import Iterator, Sequence

from desens.numbers.quantity import Quantity
from protocols.engine.finding import Caution, Finding
from protocols.engine.preparation.bench import Bench
from protocols.engine.preparation.making import Making
from protocols.engine.preparation.prepared import PreparedBag
from protocols.engine.preparation.product import StockProduct
from protocols.engine.wording import concentration_text, volume_text


def cautions_of(makings: Sequence[Making], bags: Sequence[PreparedBag], bench: Bench, unit: str) -> tuple[Finding, ...]:
    """In the order of the work, then those of the whole."""
    sought = bench.workshop.sought.error
    return (
        *(_error(bag, unit) for bag in bags if bag.concentration.error_from(bag.scheduled_concentration) > sought),
        *(_range(bag, bench.product, unit) for bag in bags if _may_leave_range(bag, bench.product)),
        *_of_the_whole(makings, bench.product),
    )


def _error(bag: PreparedBag, unit: str) -> Finding:
    error = bag.concentration.error_from(bag.scheduled_concentration)
    values = (
        ("solution", str(bag.number)),
        *_interval(bag, unit),
        ("percent", str(Quantity.of(100 * error, "percent"))),
    )
    return Caution(code="preparation-error", where=f"solution {bag.number}", values=values)


def _interval(bag: PreparedBag, unit: str) -> tuple[tuple[str, str], ...]:
    return (
        ("scheduled", concentration_text(bag.scheduled_concentration, unit)),
        ("least", concentration_text(bag.concentration.least, unit)),
        ("greatest", concentration_text(bag.concentration.greatest, unit)),
    )


def _may_leave_range(bag: PreparedBag, product: StockProduct) -> bool:
    """Within the label's range as scheduled, and perhaps no longer as prepared."""
    least, greatest = product.concentration_least, product.concentration_greatest
    below = least is not None and bag.concentration.least < least <= bag.scheduled_concentration
    above = greatest is not None and bag.concentration.greatest > greatest >= bag.scheduled_concentration
    return below or above


def _range(bag: PreparedBag, product: StockProduct, unit: str) -> Finding:
    limits = (product.concentration_least, product.concentration_greatest)
    text = " – ".join(concentration_text(limit, unit) for limit in limits if limit is not None)  # noqa: RUF001 - a range
    values = (("solution", str(bag.number)), *_interval(bag, unit), ("limits", text))
    return Caution(code="preparation-range", where=f"solution {bag.number}", values=values)


def _of_the_whole(makings: Sequence[Making], product: StockProduct) -> Iterator[Finding]:
    unstated = sorted({making.bag.volume_ml for making in makings if making.bag.overfill_ml is None})
    if unstated:
        bags = ", ".join(volume_text(volume_ml) for volume_ml in unstated)
        yield Caution(code="preparation-overfill", values=(("bags", bags),))
    if not product.vial_amounts:
        yield Caution(code="preparation-vials", values=(("product", product.name),))
