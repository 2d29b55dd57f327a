"""A product and a schedule that keeps to it, so that each test breaks one limit alone."""

from dataclasses import replace
from fractions import Fraction

from protocols.engine import Solution, Specification, Step, compute
from protocols.engine.products import DiluentRule, Limit, ProductLimits, product_findings


def limit(figure, unit, **changes):
    """One figure of a label."""
    return (Limit(**{"value": Fraction(figure), "unit": unit, "source": "a label", "mark": "seen"} | changes),)


def rule(*codes, **changes):
    """Diluents of a label."""
    return (DiluentRule(**{"codes": codes, "source": "a label", "mark": "seen"} | changes),)


#: 100 mg in 100 mL, a tenth of it before: bags of 0.1 and 0.99 mg/mL, 2.4 h, the last step at 79.2 mg/h.
PRODUCT = ProductLimits(
    product="example for infusion",
    strength=limit(10, "mg/mL"),
    concentration_least=limit("0.05", "mg/mL"),
    concentration_greatest=limit(2, "mg/mL"),
    diluents_allowed=rule("glucose-5"),
    diluent_greatest=limit(200, "mL"),
    rate_greatest=limit(100, "mg/h"),
    stability=limit(8, "h"),
)


def asked(*, strengths=("0.1", "1"), volumes=(100, 100), last_rate=80, diluent="glucose-5", **changes):
    """A bag of which 10 mL are given in an hour, and a last one of which half an hour's worth is."""
    solutions = tuple(
        Solution(number=number, volume_ml=Fraction(volume), concentration=Fraction(strength), diluent=diluent)
        for number, (strength, volume) in enumerate(zip(strengths, volumes, strict=True), start=1)
    )
    steps = (
        Step(solution=1, rate_ml_h=Fraction(10), minutes=Fraction(60)),
        Step(solution=2, rate_ml_h=Fraction(last_rate), minutes=Fraction(30)),
    )
    given = Fraction(strengths[0]) * 10 + Fraction(strengths[1]) * last_rate / 2
    plan = Specification(
        drug="example",
        route="intravenous",
        target_dose=given,
        unit="mg",
        declared=frozenset({"logarithmic"}),
        solutions=solutions,
        steps=steps,
    )
    return replace(plan, **changes)


def found(plan, *products, weight_kg=None):
    """What the products find in the plan, as (level, code, where)."""
    findings = product_findings(compute(plan), plan, products, weight_kg=weight_kg)
    return [(finding.level, finding.code, finding.where) for finding in findings]


def with_limits(**changes):
    """The example product with other limits."""
    return replace(PRODUCT, **changes)
