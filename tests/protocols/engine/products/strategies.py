"""Random products, in every unit a label may use, and plans with random diluents."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import strategies as st

from desens.numbers.quantity import AMOUNT_UNITS
from protocols.engine import NothingToCompute, compute
from protocols.engine.products import DiluentRule, Limit, ProductLimits
from protocols.engine.products.words import DILUENT_NAMES, MARKS
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
