"""The fastest step against the greatest rate in each way it may be stated."""

from fractions import Fraction

import pytest

from protocols.engine import Step
from tests.protocols.engine.products.samples import asked, found, limit, with_limits

TOO_FAST = [("blocker", "rate-above-maximum", "step 2")]


@pytest.mark.parametrize(
    ("figure", "unit"),
    [("80", "mg/h"), (Fraction(4, 3), "mg/min"), ("80", "mL/h"), (Fraction(4, 3), "mL/min"), ("80000", "mcg/h")],
)
def test_80_ml_an_hour_of_1_mg_per_ml(figure, unit):
    assert found(asked(), with_limits(rate_greatest=limit(figure, unit))) == []
    assert found(asked(), with_limits(rate_greatest=limit(Fraction(figure) - Fraction(1, 10**6), unit))) == TOO_FAST


@pytest.mark.parametrize("unit", ["mg/kg/h", "mL/kg/h"])
@pytest.mark.parametrize(("weight", "expected"), [("40", []), ("39.999", TOO_FAST)])
def test_a_rate_per_kg(unit, weight, expected):
    assert found(asked(), with_limits(rate_greatest=limit(2, unit)), weight_kg=Fraction(weight)) == expected


def test_a_rate_per_kg_without_a_weight_cannot_be_computed():
    product = with_limits(rate_greatest=limit(2, "mg/kg/h"))
    assert found(asked(), product) == [("caution", "weight-missing", None)]


def test_a_rate_of_the_first_infusion_alone_is_signed_for():
    rates = (*limit(100, "mg/h"), *limit(50, "mg/h", condition="first infusion"))
    assert found(asked(), with_limits(rate_greatest=rates)) == [("sign-off", *TOO_FAST[0][1:])]


def test_only_the_fastest_step_is_named():
    plan = asked()
    faster = Step(solution=2, rate_ml_h=Fraction(90), minutes=Fraction(6))
    three = asked(steps=(*plan.steps, faster), target_dose=plan.target_dose + 9)
    assert found(three, with_limits(rate_greatest=limit(10, "mg/h"))) == [("blocker", "rate-above-maximum", "step 3")]


def test_a_step_of_much_weak_fluid_is_found_by_its_volume():
    plan = asked(strengths=("0.1", "1"), last_rate=9)
    product = with_limits(rate_greatest=limit("9.5", "mL/h"))
    assert found(plan, product) == [("blocker", "rate-above-maximum", "step 1")]
