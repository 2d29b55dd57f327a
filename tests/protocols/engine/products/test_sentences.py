"""Each sentence ends with condition and source, and says what was never verified."""

import pytest

from protocols.engine import compute, explain_finding
from protocols.engine.products import product_findings
from tests.protocols.engine.products.samples import asked, limit, rule, with_limits

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


@pytest.mark.parametrize("turn", [1, -1])
def test_of_several_broken_limits_the_worst_is_named(turn):
    plan = asked()
    rates = (*limit(70, "mg/h"), *limit(1, "mg/min"), *limit("75000", "mcg/h"))
    (finding,) = product_findings(compute(plan), plan, (with_limits(rate_greatest=rates[::turn]),))
    assert dict(finding.values)["limit"] == "1\u00a0mg/min"
