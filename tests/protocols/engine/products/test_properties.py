"""Whatever a product states: every finding has its sentence, no figure changes, and a wider limit finds no more."""

import json
from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from desens.file_command import FORMATS
from desens.numbers.quantity import AMOUNT_UNITS
from protocols.engine import from_stored, to_stored
from protocols.engine.formats import write_schedule
from protocols.engine.products import product_findings, with_product_findings
from tests.protocols.engine.products.strategies import PRODUCTS, WEIGHTS, plans


@given(plans(), st.lists(PRODUCTS, max_size=3), WEIGHTS, st.sampled_from(FORMATS))
def test_every_product_can_be_written_stored_and_changes_no_figure(planned, products, weight_kg, output):
    plan, schedule = planned
    if schedule is None:
        return
    told = with_product_findings(schedule, plan, products, weight_kg=weight_kg)
    assert replace(told, findings=schedule.findings) == schedule
    assert set(schedule.findings) <= set(told.findings)
    assert write_schedule(told, output).endswith("\n")
    assert from_stored(json.loads(json.dumps(to_stored(told)))) == told


def codes(planned, product, weight_kg=None):
    """Code, place and level of what one product finds; missing data apart."""
    plan, schedule = planned
    if schedule is None:
        return set()
    return {
        (found.code, found.where, found.level)
        for found in product_findings(schedule, plan, (product,), weight_kg=weight_kg)
    }


FROM_BELOW = ("concentration_greatest", "strength", "diluent_greatest", "rate_greatest", "stability")
FROM_ABOVE = ("concentration_least", "minutes_least")


@given(plans(), PRODUCTS, WEIGHTS, st.integers(1, 100))
def test_a_wider_limit_finds_no_more_places(planned, product, weight_kg, times):
    widened = {name: scaled(getattr(product, name), Fraction(times)) for name in FROM_BELOW}
    widened |= {name: scaled(getattr(product, name), Fraction(1, times)) for name in FROM_ABOVE}
    places = [{found[0] for found in codes(planned, one, weight_kg)} for one in (product, replace(product, **widened))]
    assert places[1] <= places[0]


def scaled(stated, times):
    """The limits, each so many times as large."""
    return tuple(replace(limit, value=limit.value * times) for limit in stated)


@given(plans(), PRODUCTS, WEIGHTS)
def test_the_order_in_which_limits_are_stated_does_not_matter(planned, product, weight_kg):
    turned = {name: value[::-1] for name, value in vars(product).items() if isinstance(value, tuple)}
    assert codes(planned, replace(product, **turned), weight_kg) == codes(planned, product, weight_kg)


@given(plans(), PRODUCTS)
def test_a_limit_written_in_a_smaller_unit_is_the_same_limit(planned, product):
    smaller = {"g": "mg", "mg": "mcg", "mcg": "ng", "MU": "U"}
    per_ml = {}
    for name in ("strength", "concentration_least", "concentration_greatest"):
        per_ml[name] = tuple(in_smaller(limit, smaller) for limit in getattr(product, name))
    assert codes(planned, replace(product, **per_ml)) == codes(planned, product)


def in_smaller(limit, smaller):
    """The same concentration in the next smaller unit of its family, where there is one."""
    unit = limit.unit.removesuffix("/mL")
    if unit not in smaller:
        return limit
    times = AMOUNT_UNITS[unit][1] // AMOUNT_UNITS[smaller[unit]][1]
    return replace(limit, value=limit.value * times, unit=f"{smaller[unit]}/mL")
