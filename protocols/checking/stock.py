"""Which bags are drawn from the product's stock, and how strong that is."""

from dataclasses import dataclass
from fractions import Fraction

from desens.unit.selectors import UnitSettings
from drugs.models import Drug
from drugs.selectors import product_facts
from protocols.engine.preparation import Plan, plan_preparation
from protocols.preparation_material import Missing, material_of
from protocols.preparation_product import strength_of
from protocols.version_document import VersionDocument


@dataclass(frozen=True, kw_only=True)
class Stock:
    """The product by name, its strength per mL in the schedule's unit (None: not known), the bags drawn from it."""

    product: str
    strength: Fraction | None
    bags: frozenset[int]


#: What is taken by mouth is not drawn from a vial.
NO_STOCK = Stock(product="", strength=None, bags=frozenset())


def stock_of(document: VersionDocument, drug: Drug, unit: UnitSettings) -> Stock:
    """The ordered product as the drug's data stand; without a plan that can be carried out no bag is drawn from it."""
    if not document.is_infused:
        return NO_STOCK
    name, amount_unit = document.source["product"], document.schedule.unit
    facts = next((facts for facts in product_facts(drug) if facts.name == name), None)
    strength = strength_of(facts, amount_unit) if facts else None
    material = material_of(facts, unit, amount_unit)
    if isinstance(material, Missing):
        return Stock(product=name, strength=strength, bags=frozenset())
    plan = plan_preparation(document.infusion.schedule, material.product, material.workshop)
    return Stock(product=name, strength=strength, bags=_drawn(plan) if isinstance(plan, Plan) else frozenset())


def _drawn(plan: Plan) -> frozenset[int]:
    return frozenset(action.solution for action in plan.actions if action.kind == "add" and action.source is None)
