"""What the planner needs, from the product and the unit's settings, as plain values; or what of it is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity, convert
from desens.unit.definitions.equipment import BAGS, SYRINGES
from desens.unit.selectors import UnitSettings
from drugs.kinds import DILUENTS
from drugs.selectors import ProductFacts
from protocols.engine.preparation import StockBag, StockProduct, Syringe, Workshop

#: Allowed on a label, and yet nothing that a bag is filled with.
NO_DILUENT = "undiluted"


@dataclass(frozen=True, kw_only=True)
class Material:
    """Product and workshop; amounts in the schedule's unit."""

    product: StockProduct
    workshop: Workshop


@dataclass(frozen=True, kw_only=True)
class Missing:
    """What the plan cannot be computed without, in words."""

    what: tuple[str, ...]


def material_of(facts: ProductFacts | None, unit: UnitSettings, amount_unit: str) -> Material | Missing:
    """The product in `amount_unit`, the syringes and the bags of the unit; what is missing is named, all of it."""
    missing = [] if unit[SYRINGES] else [_("syringes in the unit's settings")]
    if facts is None:
        return Missing(what=(_("the product"), *missing))
    strength, diluents = _strength(facts, amount_unit), _diluents(facts)
    if strength is None:
        missing.append(
            _("the strength of %(product)s in %(unit)s")
            % {"product": facts.name, "unit": Quantity.of(1, f"{amount_unit}/mL").unit_text}
        )
    if not diluents:
        missing.append(_("the diluent of %(product)s") % {"product": facts.name})
    if missing or strength is None:
        return Missing(what=tuple(missing))
    return Material(product=_product(facts, strength, diluents, amount_unit), workshop=workshop_of(unit))


def workshop_of(unit: UnitSettings) -> Workshop:
    """The unit's syringes, at least one, and its bags. Their overfill is not among the settings: not stated."""
    return Workshop(
        syringes=tuple(Syringe(**vars(syringe)) for syringe in unit[SYRINGES]),
        bags=tuple(StockBag(volume_ml=bag.volume_ml) for bag in unit[BAGS]),
    )


def _product(facts: ProductFacts, strength: Fraction, diluents: tuple[str, ...], amount_unit: str) -> StockProduct:
    """Where a label states a limit under several conditions, the strictest."""
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


def _strength(facts: ProductFacts, amount_unit: str) -> Fraction | None:
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


def _diluents(facts: ProductFacts) -> tuple[str, ...]:
    """The diluents allowed and not refused, as they are called."""
    allowed = [code for fact in facts.of("diluents_allowed") for code in fact.words]
    refused = {code for fact in facts.of("diluents_refused") for code in fact.words} | {NO_DILUENT}
    return tuple(str(DILUENTS[code]) for code in dict.fromkeys(allowed) if code not in refused)
