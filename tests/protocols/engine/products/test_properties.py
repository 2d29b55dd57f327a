"""Whatever a product states: every finding has its sentence, no figure changes, and a wider limit finds no more."""

import json
from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from desens.numbers.quantity import AMOUNT_UNITS
from protocols.engine import NothingToCompute, compute, from_stored, to_stored
from protocols.engine.formats import FORMATS, write_schedule
from protocols.engine.products import DiluentRule, Limit, ProductLimits, product_findings, with_product_findings
from protocols.engine.products.messages import DILUENT_NAMES, MARKS
from protocols.engine.specification import DILUENTS
from tests.protocols.engine.strategies import FIGURES, specifications

WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20)
SAID = {"source": WORDS, "condition": st.just("") | WORDS, "mark": st.sampled_from(sorted(MARKS))}
PER_ML = st.sampled_from([f"{unit}/mL" for unit in AMOUNT_UNITS])
RATES = st.sampled_from(
    [f"{what}{kg}/{time}" for what in (*AMOUNT_UNITS, "mL") for kg in ("", "/kg") for time in ("h", "min")]
)


def limits(units):
    """Up to three limits of one kind."""
    return st.lists(st.builds(Limit, value=FIGURES, unit=units, **SAID), max_size=3).map(tuple)


def rules(codes):
    """Up to two rules about diluents."""
    listed = st.lists(st.sampled_from(codes), min_size=1, max_size=3, unique=True).map(tuple)
    return st.lists(st.builds(DiluentRule, codes=listed, **SAID), max_size=2).map(tuple)


PRODUCTS = st.builds(
    ProductLimits,
    product=WORDS,
    strength=limits(PER_ML),
    concentration_least=limits(PER_ML),
    concentration_greatest=limits(PER_ML),
    diluents_allowed=rules(sorted(DILUENTS)),
    diluents_refused=rules(sorted(DILUENT_NAMES)),
    diluent_greatest=limits(st.just("mL")),
    minutes_least=limits(st.just("min")),
    rate_greatest=limits(RATES),
    stability=limits(st.just("h")),
)
WEIGHTS = st.none() | st.integers(1, 250).map(Fraction)


@st.composite
def plans(draw):
    """A specification with random diluents and its schedule; None where it gives none."""
    plan = draw(specifications())
    diluents = st.none() | st.sampled_from(DILUENTS)
    plan = replace(plan, solutions=tuple(replace(bag, diluent=draw(diluents)) for bag in plan.solutions))
    if plan.pump and draw(st.booleans()):
        plan = replace(plan, pump=replace(plan.pump, min_volume_ml=draw(FIGURES)))
    try:
        return plan, compute(plan)
    except NothingToCompute:
        return plan, None


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
