"""From schedule, product and workshop to a plan that can be carried out."""

from collections.abc import Sequence
from fractions import Fraction

from protocols.engine.preparation.actions import Vials, actions_of
from protocols.engine.preparation.bench import Bench
from protocols.engine.preparation.cautions import cautions_of
from protocols.engine.preparation.making import Making
from protocols.engine.preparation.need import BagNeed, needs_of
from protocols.engine.preparation.plan import NoPlan, Plan
from protocols.engine.preparation.prepared import prepared_bags
from protocols.engine.preparation.product import StockProduct
from protocols.engine.preparation.reasons import why_not
from protocols.engine.preparation.search import Search
from protocols.engine.preparation.vials import opened_vials
from protocols.engine.preparation.workshop import Workshop
from protocols.engine.schedule import Schedule


def plan_preparation(schedule: Schedule, product: StockProduct, workshop: Workshop) -> Plan | NoPlan:
    """How the schedule's solutions are prepared with the least waste, or why they cannot be (README.md).

    The product's amounts are in the schedule's unit.
    """
    needs, bench = needs_of(schedule), Bench(product=product, workshop=workshop)
    search = Search(needs, bench)
    makings = search.least_waste()
    if makings is None:
        return NoPlan(findings=why_not(needs, bench, search.needs[search.stuck], schedule.unit))
    return _plan(makings, needs, bench, schedule.unit)


def _plan(makings: Sequence[Making], needs: Sequence[BagNeed], bench: Bench, unit: str) -> Plan:
    product, zero = bench.product, Fraction(0)
    bags = prepared_bags(makings, product.strength)
    stock_ml = sum((making.stock_ml for making in makings), zero)
    vials = opened_vials(stock_ml * product.strength, product.vial_amounts) if product.vial_amounts else ()
    return Plan(
        unit=unit,
        product=product,
        actions=actions_of(makings, Vials([amount / product.strength for amount in vials])),
        bags=bags,
        stock_ml=stock_ml,
        stock_amount=stock_ml * product.strength,
        vials=vials,
        left_in_vials=sum(vials, zero) - stock_ml * product.strength if vials else None,
        left_in_bags=sum((bag.left_amount for bag in bags), zero),
        findings=cautions_of(makings, bags, bench, unit),
    )
