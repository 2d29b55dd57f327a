"""What cannot be checked is told once: values nobody stated, units of another family."""

import pytest

from protocols.engine import compute, explain_finding
from protocols.engine.products import ProductLimits, product_findings
from tests.protocols.engine.products.samples import asked, found, limit, rule, with_limits


def test_missing_data_are_one_caution_that_names_them():
    plan = asked()
    (finding,) = product_findings(compute(plan), plan, (ProductLimits(product="nothing stated"),))
    assert explain_finding(finding) == (
        "Cannot be computed whether the schedule keeps to nothing stated: missing in its data: "
        "strength, least concentration, greatest concentration, diluents, greatest rate, stability."
    )


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("strength", "strength"),
        ("concentration_least", "least concentration"),
        ("concentration_greatest", "greatest concentration"),
        ("diluents_allowed", "diluents"),
        ("rate_greatest", "greatest rate"),
        ("stability", "stability"),
    ],
)
def test_each_missing_value_is_named(name, missing):
    plan = asked()
    (finding,) = product_findings(compute(plan), plan, (with_limits(**{name: ()}),))
    assert dict(finding.values)["missing"] == missing


def test_what_stands_in_for_a_value_is_not_missing():
    assert found(asked(), with_limits(rate_greatest=(), minutes_least=limit(5, "min"))) == []
    assert found(asked(), with_limits(diluents_allowed=(), diluents_refused=rule("chloride"))) == []
    assert found(asked(), with_limits(diluent_greatest=())) == []


@pytest.mark.parametrize("name", ["strength", "concentration_least", "concentration_greatest"])
def test_a_limit_in_units_says_nothing_of_mg(name):
    product = with_limits(**{name: limit(1, "U/mL")})
    assert found(asked(), product) == [("caution", "limit-not-comparable", None)]


def test_a_rate_in_units_says_nothing_of_mg():
    assert found(asked(), with_limits(rate_greatest=limit(1, "U/h"))) == [("caution", "limit-not-comparable", None)]
