"""From the drugs app to the engine: a product as plain limits. What is not established is left out."""

from collections.abc import Iterable
from functools import lru_cache

from desens.numbers.sentences import figures_kept
from drugs.kinds import figures_of, words_of
from drugs.library import ValueEntry, shipped
from drugs.models import Origin
from drugs.names import drug_key
from drugs.selectors import Fact, ProductFacts
from protocols.engine.products import DiluentRule, Limit, ProductLimits


def limits_of(facts: ProductFacts | None) -> tuple[ProductLimits, ...]:
    """The limits of the chosen product, from the unit's rows; none where no product is known."""
    return () if facts is None else (_limits(facts.name, facts.facts),)


def limits_of_all(products: Iterable[ProductFacts]) -> tuple[ProductLimits, ...]:
    """The limits of every product that may be given."""
    return tuple(limits for facts in products for limits in limits_of(facts))


def shipped_limits(drug: str, route: str) -> tuple[ProductLimits, ...]:
    """The limits of a drug's shipped products for a route; its names and brands are matched normalised. No database."""
    return _shipped().get((drug_key(drug), route), ())


@lru_cache(maxsize=1)
def _shipped() -> dict[tuple[str, str], tuple[ProductLimits, ...]]:
    found: dict[tuple[str, str], tuple[ProductLimits, ...]] = {}
    for drug in shipped():
        keys = {drug_key(drug.name), *(name.name_key for name in drug.names)}
        for product in drug.products:
            limits = _limits(product.name, [_fact(value) for value in product.values])
            found |= {(key, product.route): (*found.get((key, product.route), ()), limits) for key in keys}
    return found


def _fact(value: ValueEntry) -> Fact:
    return Fact(
        what=value.what,
        condition=value.condition,
        established=value.established,
        figures=tuple(figure.value for figure in figures_of(value.stated, value.unit)),
        unit=value.unit,
        words=() if value.unit or not value.established else words_of(value.what, value.stated),
        source=value.source,
        mark=value.mark,
        origin=Origin.LIBRARY,
    )


def _limits(product: str, facts: Iterable[Fact]) -> ProductLimits:
    established: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.established:
            established.setdefault(fact.what, []).append(fact)

    def limits(what: str) -> tuple[Limit, ...]:
        return tuple(_limit(fact) for fact in established.get(what, ()))

    def rules(what: str) -> tuple[DiluentRule, ...]:
        return tuple(_rule(fact) for fact in established.get(what, ()))

    return ProductLimits(
        product=figures_kept(product),
        strength=limits("stock_concentration"),
        concentration_least=limits("concentration_least"),
        concentration_greatest=limits("concentration_greatest"),
        diluents_allowed=rules("diluents_allowed"),
        diluents_refused=rules("diluents_refused"),
        diluent_greatest=limits("diluent_greatest"),
        minutes_least=limits("minutes_least"),
        rate_greatest=limits("rate_greatest"),
        stability=limits("stability"),
    )


def _limit(fact: Fact) -> Limit:
    (value,) = fact.figures
    return Limit(value=value, unit=fact.unit, **said(fact))


def _rule(fact: Fact) -> DiluentRule:
    return DiluentRule(codes=fact.words, **said(fact))


def said(fact: Fact) -> dict[str, str]:
    """Condition, source and mark of a fact, as the engine takes them."""
    return {
        "condition": figures_kept(fact.condition),
        "source": figures_kept(fact.source),
        "mark": str(fact.mark),
    }
