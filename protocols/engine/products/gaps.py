"""What could not be checked, and why: a value that nobody stated, a unit of another family, a weight."""

from collections.abc import Iterator
from fractions import Fraction

from desens.numbers.quantity import Quantity
from protocols.engine.finding import Caution, Finding
from protocols.engine.products.limits import Limit, ProductLimits
from protocols.engine.products.pace import needs_weight
from protocols.engine.products.units import converted
from protocols.engine.products.words import GAPS
from protocols.engine.schedule import Schedule


def missing(limits: ProductLimits) -> Iterator[Finding]:
    """One caution that names all values of the product that its checks need and nobody stated.

    A shortest time stands in for a greatest rate; a product that states no diluent volume limits none.
    """
    stated = {
        "strength": limits.strength,
        "concentration_least": limits.concentration_least,
        "concentration_greatest": limits.concentration_greatest,
        "diluents_allowed": (*limits.diluents_allowed, *limits.diluents_refused),
        "rate_greatest": (*limits.rate_greatest, *limits.minutes_least),
        "stability": limits.stability,
    }
    names = [GAPS[name] for name, said in stated.items() if not said]
    if names:
        yield Caution(code="product-data-missing", values=(("product", limits.product), ("missing", ", ".join(names))))


def incomparable(schedule: Schedule, limits: ProductLimits, weight_kg: Fraction | None) -> Iterator[Finding]:
    """Limits in another family of units than the doses, such as units for mg; limits per kg without a weight."""
    amounts = (
        *limits.strength,
        *limits.concentration_least,
        *limits.concentration_greatest,
        *limits.rate_greatest,
    )
    for limit in amounts:
        values = (("limit", str(Quantity.of(limit.value, limit.unit))), ("product", limits.product))
        if not _of_family(limit, schedule.unit):
            unit = Quantity.of(0, schedule.unit).unit_text
            yield Caution(code="limit-not-comparable", values=(*values, ("unit", unit)))
        elif needs_weight(limit) and weight_kg is None:
            yield Caution(code="weight-missing", values=values)


def _of_family(limit: Limit, unit: str) -> bool:
    what = limit.unit.partition("/")[0]
    return what == "mL" or converted(Fraction(1), unit, what) is not None
