"""All findings of products, and a schedule with them added."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from protocols.engine.anything import AnySchedule, AnySpecification
from protocols.engine.finding import Caution, Finding
from protocols.engine.products.bags import outside_range, unreachable
from protocols.engine.products.choosing import mildest, several
from protocols.engine.products.diluents import wrong_diluents
from protocols.engine.products.gaps import incomparable, missing
from protocols.engine.products.limits import ProductLimits
from protocols.engine.products.speed import faster_than_label, too_fast
from protocols.engine.products.timing import too_long
from protocols.engine.products.volumes import too_much_diluent, untellable
from protocols.engine.schedule import Schedule
from protocols.engine.specification import Specification
from protocols.engine.sums import by_level


def product_findings(
    schedule: AnySchedule,
    specification: AnySpecification,
    products: Sequence[ProductLimits],
    *,
    weight_kg: Fraction | None = None,
) -> tuple[Finding, ...]:
    """What the drug's products say of the schedule, blockers first; none known gives the caution `product-unknown`.

    Several products: the one that allows most is taken, and named. By mouth and under the skin a product has no bag,
    diluent or rate: there only an unknown one is told.
    """
    if not products:
        unknown: tuple[Finding, ...] = (Caution(code="product-unknown", values=(("drug", schedule.drug),)),)
    else:
        unknown = ()
    if not isinstance(schedule, Schedule) or not isinstance(specification, Specification):
        return unknown
    settings = tuple(untellable(schedule, specification.pump))
    if not products:
        return by_level(*unknown, *settings)
    judged = [tuple(_of_product(schedule, specification, limits, weight_kg)) for limits in products]
    place = mildest(judged)
    return by_level(*judged[place], *settings, *several(schedule.drug, products, place))


def with_product_findings(
    schedule: AnySchedule,
    specification: AnySpecification,
    products: Sequence[ProductLimits],
    *,
    weight_kg: Fraction | None = None,
) -> AnySchedule:
    """The schedule, its findings followed by those of `product_findings`, blockers first; no other figure changes."""
    found = product_findings(schedule, specification, products, weight_kg=weight_kg)
    return replace(schedule, findings=by_level(*schedule.findings, *found))


def _of_product(
    schedule: Schedule, specification: Specification, limits: ProductLimits, weight_kg: Fraction | None
) -> Iterator[Finding]:
    yield from unreachable(schedule, limits)
    yield from outside_range(schedule, limits)
    yield from wrong_diluents(specification, limits)
    yield from too_much_diluent(schedule, limits)
    yield from too_fast(schedule, limits, weight_kg)
    yield from faster_than_label(schedule, limits)
    yield from too_long(schedule, limits)
    yield from incomparable(schedule, limits, weight_kg)
    yield from missing(limits)
