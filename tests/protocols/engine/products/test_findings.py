"""Unknown products and several; how findings stand in a schedule and in the README."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from protocols.engine import compute, compute_any, read_any
from protocols.engine.products import ProductLimits, product_findings, with_product_findings
from protocols.engine.products.messages import MESSAGES
from tests.protocols.engine.days.samples import days
from tests.protocols.engine.products.samples import PRODUCT, asked, found, limit, with_limits

README = Path(__file__).parents[4] / "protocols" / "engine" / "products" / "README.md"
UNKNOWN = [("caution", "product-unknown", None)]
EMPTY = ProductLimits(product="nothing stated")


def test_an_unknown_product_is_one_caution():
    assert found(asked()) == UNKNOWN


def test_of_several_products_the_one_that_allows_most_is_named():
    weak = replace(PRODUCT, product="weak", strength=limit("0.5", "mg/mL"))
    strong = replace(PRODUCT, product="strong")
    plan = asked()
    for products in ((weak, strong), (strong, weak)):
        (finding,) = product_findings(compute(plan), plan, products)
        assert (finding.level, finding.code) == ("caution", "several-products")
        names = ", ".join(limits.product for limits in products)
        assert finding.values == (("drug", "example"), ("products", names), ("product", "strong"))


def test_a_sign_off_weighs_more_than_cautions():
    signed, unsure = with_limits(stability=limit(1, "h")), replace(EMPTY, product="unsure")
    assert ("sign-off", "time-beyond-stability", None) not in found(asked(), signed, unsure)


def test_a_blocker_weighs_more_than_two_to_sign():
    signed = with_limits(stability=limit(1, "h"), concentration_least=limit("0.5", "mg/mL"))
    blocked = replace(PRODUCT, strength=limit("0.5", "mg/mL"))
    for products in ((signed, blocked), (blocked, signed)):
        assert [level for level, *_ in found(asked(), *products)] == ["sign-off", "sign-off", "caution"]


def test_blockers_come_first_and_no_figure_changes():
    plan = asked(target_dose=Fraction(50))
    schedule = compute(plan)
    told = with_product_findings(
        schedule, plan, (with_limits(stability=limit(1, "h"), strength=limit("0.1", "mg/mL")),)
    )
    assert [finding.level for finding in told.findings] == ["blocker", "blocker", "sign-off"]
    assert {finding.code for finding in told.findings} > {finding.code for finding in schedule.findings}
    assert replace(told, findings=schedule.findings) == schedule


def test_a_rate_per_kg_is_judged_by_the_weight():
    plan, product = asked(), with_limits(rate_greatest=limit(2, "mg/kg/h"))
    schedule = compute(plan)
    told = {
        weight: with_product_findings(schedule, plan, (product,), weight_kg=weight and Fraction(weight))
        for weight in (None, 39, 40)
    }
    codes = {weight: [finding.code for finding in schedule.findings] for weight, schedule in told.items()}
    assert codes == {None: ["weight-missing"], 39: ["rate-above-maximum"], 40: []}


def test_of_two_sources_that_say_the_same_the_first_is_named():
    rates = (*limit(50, "mg/h", source="the leaflet"), *limit(50, "mg/h", source="a book"))
    plan = asked()
    (finding,) = product_findings(compute(plan), plan, (with_limits(rate_greatest=rates),))
    assert (finding.level, dict(finding.values)["basis"]) == ("blocker", "the leaflet")


def test_by_mouth_only_an_unknown_product_is_told():
    plan = read_any(days(["days: [1, null], dose: 600, times_per_day: 2"]))
    schedule = compute_any(plan)
    assert product_findings(schedule, plan, (EMPTY,)) == ()
    assert [finding.code for finding in product_findings(schedule, plan, ())] == ["product-unknown"]
    assert with_product_findings(schedule, plan, ()).days == schedule.days


def test_every_code_stands_in_the_readme():
    text = README.read_text(encoding="utf-8")
    assert [code for code in MESSAGES if f"| `{code}` |" not in text] == []
