"""Unknown products, several, missing data; every finding has its sentence with its source."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from protocols.engine import compute, compute_any, explain_finding, read_any
from protocols.engine.products import ProductLimits, product_findings, with_product_findings
from protocols.engine.products.messages import MESSAGES
from tests.protocols.engine.days.samples import days
from tests.protocols.engine.products.samples import PRODUCT, asked, found, limit, rule, with_limits

README = Path(__file__).parents[4] / "protocols" / "engine" / "products" / "README.md"
UNKNOWN = [("caution", "product-unknown", None)]
EMPTY = ProductLimits(product="nothing stated")


def test_an_unknown_product_is_one_caution():
    assert found(asked()) == UNKNOWN


def test_missing_data_are_one_caution_that_names_them():
    plan = asked()
    (finding,) = product_findings(compute(plan), plan, (EMPTY,))
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


def test_of_several_products_the_one_that_allows_most_is_named():
    weak = replace(PRODUCT, product="weak", strength=limit("0.5", "mg/mL"))
    strong = replace(PRODUCT, product="strong")
    plan = asked()
    for products in ((weak, strong), (strong, weak)):
        (finding,) = product_findings(compute(plan), plan, products)
        assert finding.code == "several-products"
        assert dict(finding.values)["product"] == "strong"


def test_a_sign_off_weighs_more_than_cautions():
    signed, unsure = with_limits(stability=limit(1, "h")), replace(EMPTY, product="unsure")
    assert ("sign-off", "time-beyond-stability", None) not in found(asked(), signed, unsure)


def test_blockers_come_first_and_no_figure_changes():
    plan = asked(target_dose=Fraction(50))
    schedule = compute(plan)
    told = with_product_findings(
        schedule, plan, (with_limits(stability=limit(1, "h"), strength=limit("0.1", "mg/mL")),)
    )
    assert [finding.level for finding in told.findings] == ["blocker", "blocker", "sign-off"]
    assert {finding.code for finding in told.findings} > {finding.code for finding in schedule.findings}
    assert replace(told, findings=schedule.findings) == schedule


def test_by_mouth_only_an_unknown_product_is_told():
    plan = read_any(days(["days: [1, null], dose: 600, times_per_day: 2"]))
    schedule = compute_any(plan)
    assert product_findings(schedule, plan, (EMPTY,)) == ()
    assert [finding.code for finding in product_findings(schedule, plan, ())] == ["product-unknown"]
    assert with_product_findings(schedule, plan, ()).days == schedule.days


BROKEN = {
    "concentration-below-range": with_limits(concentration_least=limit(2, "mg/mL", mark="VERIFY")),
    "concentration-above-range": with_limits(concentration_greatest=limit("0.5", "mg/mL", mark="VERIFY")),
    "dilution-unreachable": with_limits(strength=limit("0.5", "mg/mL", mark="VERIFY")),
    "diluent-not-allowed": with_limits(diluents_allowed=rule("undiluted", mark="VERIFY")),
    "diluent-volume-above-limit": with_limits(diluent_greatest=limit(100, "mL", mark="VERIFY")),
    "rate-above-maximum": with_limits(rate_greatest=limit(1, "mg/min", mark="VERIFY", condition="first infusion")),
    "rate-above-shortest-time": with_limits(rate_greatest=(), minutes_least=limit(90, "min", mark="VERIFY")),
    "time-beyond-stability": with_limits(stability=limit(1, "h", mark="VERIFY")),
}


@pytest.mark.parametrize("code", BROKEN)
def test_what_is_not_verified_is_shown_as_such_beside_its_source(code):
    plan = asked()
    found = [finding for finding in product_findings(compute(plan), plan, (BROKEN[code],)) if finding.code == code]
    assert found
    for finding in found:
        sentence = explain_finding(finding)
        assert "a label; to be verified against the source)" in sentence
        assert "example for infusion" in sentence


def test_condition_and_source_stand_in_the_sentence():
    plan = asked()
    product = BROKEN["rate-above-maximum"]
    (finding,) = product_findings(compute(plan), plan, (product,))
    assert explain_finding(finding).replace("\u00a0", " ") == (
        "Step 2 gives 1.333 mg/min; example for infusion may be given at 1 mg/min at most "
        "(first infusion; a label; to be verified against the source)."
    )


def test_every_code_stands_in_the_readme():
    text = README.read_text(encoding="utf-8")
    assert [code for code in MESSAGES if f"| `{code}` |" not in text] == []
