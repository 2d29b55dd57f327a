"""From the drugs app to the rules: a product as the tablets or capsules that are marketed of it."""

from collections.abc import Iterable

from desens.numbers.sentences import figures_kept
from drugs.selectors import ProductFacts
from protocols.engine.products import Limit
from protocols.product_limits import said
from protocols.rules.marketed_units import ProductUnits


def units_of(products: Iterable[ProductFacts], drug: str) -> tuple[ProductUnits, ...]:
    """Each product with its established units, from the unit's rows; where it states several components, of `drug`."""
    return tuple(_units(facts, drug) for facts in products)


def _units(facts: ProductFacts, drug: str) -> ProductUnits:
    stated = [fact for fact in facts.of("unit_amounts") if fact.established]
    stated = [fact for fact in stated if fact.condition == drug] or stated
    units = tuple(Limit(value=figure, unit=fact.unit, **said(fact)) for fact in stated for figure in fact.figures)
    return ProductUnits(product=figures_kept(facts.name), units=units)
