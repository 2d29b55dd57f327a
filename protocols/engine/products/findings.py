"""All findings of products, and a schedule with them added."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from protocols.engine.anything import AnySchedule, AnySpecification
from protocols.engine.finding import Blocker, Caution, Finding, NeedsSignOff
from protocols.engine.products.bags import outside_range, unreachable
from protocols.engine.products.diluents import too_much_diluent, wrong_diluents
from protocols.engine.products.gaps import incomparable, missing
from protocols.engine.products.limits import ProductLimits
from protocols.engine.products.speed import faster_than_label, too_fast
from protocols.engine.products.timing import too_long, untellable
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
    mildest = min(range(len(products)), key=lambda place: _weights(judged[place]))
    return by_level(*judged[mildest], *settings, *_several(schedule.drug, products, mildest))


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


def _weights(found: tuple[Finding, ...]) -> tuple[int, int, int]:
    """How many blockers, then how many to sign, then how many cautions."""
    blockers, sign_offs = (sum(isinstance(finding, kind) for finding in found) for kind in (Blocker, NeedsSignOff))
    return blockers, sign_offs, len(found)


def _several(drug: str, products: Sequence[ProductLimits], taken: int) -> Iterator[Finding]:
    if len(products) > 1:
        names = ", ".join(limits.product for limits in products)
        values = (("drug", drug), ("products", names), ("product", products[taken].product))
        yield Caution(code="several-products", values=values)
