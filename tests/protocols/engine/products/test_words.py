"""The sentence of every code, word by word, with two values where there may be several."""

from fractions import Fraction

import pytest

from protocols.engine import Pump, compute, explain_finding
from protocols.engine.products import ProductLimits, product_findings
from protocols.engine.products.messages import MESSAGES
from tests.protocols.engine.products.samples import PRODUCT, asked, limit, rule, with_limits

BASIS = "(a label; read in a copy of the source)"
PUMP = Pump(
    rate_resolution_ml_h=Fraction(1),
    min_rate_ml_h=Fraction(1),
    max_rate_ml_h=Fraction(1200),
    min_volume_ml=Fraction(11),
)
BOTH = {"diluents_allowed": rule("glucose-5", "undiluted"), "diluents_refused": rule("chloride", "alkaline")}
RANGE = {"concentration_least": limit("0.5", "mg/mL"), "concentration_greatest": limit("0.75", "mg/mL")}
SENTENCES = {
    "product-unknown": "example is not in the product file, or not for this route: "
    "nothing was checked against product data.",
    "several-products": "The product file has example for infusion, other for example, and none is stated: "
    "judged as example for infusion, which allows most of the schedule.",
    "product-data-missing": "Cannot be computed whether the schedule keeps to other: missing in its data: "
    "strength, least concentration, greatest concentration, diluents, greatest rate, stability.",
    "limit-not-comparable": "Cannot be computed: the limit of 5 units/mL for example for infusion "
    "says nothing of doses in mg.",
    "weight-missing": "Cannot be computed: for the limit of 5 mg/kg/h of example for infusion the weight is missing.",
    "concentration-below-range": "Solution 1 holds 0.1 mg/mL; example for infusion must hold at least 0.5 mg/mL "
    + f"{BASIS}.",
    "concentration-above-range": "Solution 2 holds 1 mg/mL; example for infusion may hold at most 0.75 mg/mL "
    + f"{BASIS}.",
    "dilution-unreachable": "Solution 2 is to hold 1 mg/mL, but example for infusion itself holds 0.5 mg/mL: "
    f"no dilution gives it {BASIS}.",
    "diluent-not-allowed": "Solution 1 is made with sodium chloride 0.9 %, which is not allowed for "
    "example for infusion. Allowed: glucose 5 %, undiluted. Refused: anything with chloride, anything alkaline "
    f"{BASIS}.",
    "diluent-not-stated": "Cannot be checked: the diluent of solution 1, 2 is missing. For example for infusion, "
    f"allowed: glucose 5 %; refused: not stated {BASIS}.",
    "diluent-volume-above-limit": "The solutions hold 200 mL together; example for infusion may be diluted to at most "
    f"150 mL {BASIS}.",
    "rate-above-maximum": f"Step 2 gives 80 mg/h; example for infusion may be given at 70 mg/h at most {BASIS}.",
    "rate-above-shortest-time": "Step 2 gives 80 mg/h, faster than the 27.33 mg/h at which the whole dose would take "
    f"the 90 min that example for infusion needs at least {BASIS}.",
    "time-beyond-stability": "The infusion takes 1.5 h; example for infusion is stable for 1 h once prepared "
    f"{BASIS}: prepare later bags later, or shorten it.",
    "volume-not-settable": "Step 1 gives 10 mL, and the pump takes volumes from 11 mL: end it by time, 60 min.",
}
OTHER = ProductLimits(product="other")
MADE_BY = {
    "product-unknown": (asked(), ()),
    "several-products": (asked(), (PRODUCT, OTHER)),
    "product-data-missing": (asked(), (OTHER,)),
    "limit-not-comparable": (asked(), (with_limits(strength=limit(5, "U/mL")),)),
    "weight-missing": (asked(), (with_limits(rate_greatest=limit(5, "mg/kg/h")),)),
    "concentration-below-range": (asked(), (with_limits(**RANGE),)),
    "concentration-above-range": (asked(), (with_limits(**RANGE),)),
    "dilution-unreachable": (asked(), (with_limits(strength=limit("0.5", "mg/mL")),)),
    "diluent-not-allowed": (asked(diluent="sodium-chloride-0.9"), (with_limits(**BOTH),)),
    "diluent-not-stated": (asked(diluent=None), (PRODUCT,)),
    "diluent-volume-above-limit": (asked(), (with_limits(diluent_greatest=limit(150, "mL")),)),
    "rate-above-maximum": (asked(), (with_limits(rate_greatest=limit(70, "mg/h")),)),
    "rate-above-shortest-time": (asked(), (with_limits(rate_greatest=(), minutes_least=limit(90, "min")),)),
    "time-beyond-stability": (asked(), (with_limits(stability=limit(1, "h")),)),
    "volume-not-settable": (asked(pump=PUMP), (PRODUCT,)),
}


def test_no_code_is_left_out():
    assert set(MADE_BY) == set(SENTENCES) == set(MESSAGES)


@pytest.mark.parametrize("code", SENTENCES)
def test_the_sentence(code):
    plan, products = MADE_BY[code]
    sentences = [
        explain_finding(found) for found in product_findings(compute(plan), plan, products) if found.code == code
    ]
    assert sentences[0].replace("\u00a0", " ") == SENTENCES[code]
