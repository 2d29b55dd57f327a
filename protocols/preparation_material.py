"""What the planner needs, from the product and the unit's settings, as plain values; or what of it is missing."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from desens.unit.definitions.equipment import BAGS, SYRINGES
from desens.unit.selectors import UnitSettings
from drugs.selectors import ProductFacts
from protocols.engine.preparation import StockBag, StockProduct, Syringe, Workshop
from protocols.preparation_product import diluents_of, stock_product, strength_of


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
    missing = [] if unit[SYRINGES] else [_("a syringe in the unit's settings")]
    if facts is None:
        return Missing(what=(_("the product"), *missing))
    strength, diluents = strength_of(facts, amount_unit), diluents_of(facts)
    if strength is None:
        missing.append(
            _("the strength of %(product)s in %(unit)s")
            % {"product": facts.name, "unit": Quantity.of(1, f"{amount_unit}/mL").unit_text}
        )
    if not diluents:
        missing.append(_("the diluent of %(product)s") % {"product": facts.name})
    if missing or strength is None:
        return Missing(what=tuple(missing))
    return Material(product=stock_product(facts, strength, diluents, amount_unit), workshop=workshop_of(unit))


def workshop_of(unit: UnitSettings) -> Workshop:
    """The unit's syringes, at least one, and its bags. Their overfill is not among the settings: not stated."""
    return Workshop(
        syringes=tuple(Syringe(**vars(syringe)) for syringe in unit[SYRINGES]),
        bags=tuple(StockBag(volume_ml=bag.volume_ml) for bag in unit[BAGS]),
    )
