"""From the drugs app to the rules: a product as the tablets or capsules that are marketed of it."""

from collections.abc import Iterable

from desens.numbers.sentences import figures_kept
from drugs.selectors import ProductFacts
from protocols.engine.products import Limit
from protocols.product_limits import said
from protocols.rules.marketed_units import ProductUnits


def units_of(products: Iterable[ProductFacts]) -> tuple[ProductUnits, ...]:
    """Each product with its established units, from the unit's rows."""
    return tuple(_units(facts) for facts in products)


def _units(facts: ProductFacts) -> ProductUnits:
    stated = [fact for fact in facts.of("unit_amounts") if fact.established]
    units = tuple(Limit(value=figure, unit=fact.unit, **said(fact)) for fact in stated for figure in fact.figures)
    return ProductUnits(product=figures_kept(facts.name), units=units)
