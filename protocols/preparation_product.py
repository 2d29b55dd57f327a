"""A product's data as the planner takes them, amounts in the schedule's unit."""

from collections.abc import Iterable
from fractions import Fraction

from desens.numbers.quantity import Quantity, convert
from drugs.kinds import DILUENTS
from drugs.selectors import ProductFacts
from protocols.engine.preparation import StockProduct

#: Allowed on a label, and yet nothing that a bag is filled with.
NO_DILUENT = "undiluted"


def stock_product(facts: ProductFacts, strength: Fraction, diluents: tuple[str, ...], amount_unit: str) -> StockProduct:
    """The product with its limits. Where a label states a limit under several conditions, the strictest."""
    return StockProduct(
        name=facts.name,
        strength=strength,
        diluents=diluents,
        vial_amounts=tuple(sorted(set(_amounts(facts, "vial_amounts", amount_unit)))),
        concentration_least=max(_amounts(facts, "concentration_least", amount_unit), default=None),
        concentration_greatest=min(_amounts(facts, "concentration_greatest", amount_unit), default=None),
        diluent_greatest_ml=min(
            (figure for fact in facts.of("diluent_greatest") for figure in fact.figures), default=None
        ),
    )


def strength_of(facts: ProductFacts, amount_unit: str) -> Fraction | None:
    """The strength per mL; None where it is not known in this family of units."""
    return next(iter(_amounts(facts, "stock_concentration", amount_unit)), None)


def _amounts(facts: ProductFacts, what: str, amount_unit: str) -> Iterable[Fraction]:
    """The figures in the schedule's unit, per mL or not; those of another family of units are left out."""
    found = []
    for fact in facts.of(what):
        for figure in fact.figures:
            try:
                found.append(convert(Quantity(value=figure, unit=fact.unit.removesuffix("/mL")), amount_unit).value)
            except ValueError:
                continue
    return found


def diluents_of(facts: ProductFacts) -> tuple[str, ...]:
    """The diluents allowed and not refused, as they are called."""
    allowed = [code for fact in facts.of("diluents_allowed") for code in fact.words]
    refused = {code for fact in facts.of("diluents_refused") for code in fact.words} | {NO_DILUENT}
    return tuple(str(DILUENTS[code]) for code in dict.fromkeys(allowed) if code not in refused)
