"""What the shipped products find in the published protocols (clinical.md 11, protocols.md 2)."""

from fractions import Fraction

import pytest

from protocols.engine import compute, read_specification
from protocols.engine.products import product_findings
from protocols.product_limits import shipped_limits


def brigham(drug, target, *, volume=250, diluent=None, last_rate="80"):
    """The 12-step protocol of a drug in mg, the last bag corrected."""
    bags = [{"dilution": "100"}, {"dilution": "10"}, {"amount": "remainder"}]
    rates = [(1, "2"), (1, "5"), (1, "10"), (1, "20"), (2, "5"), (2, "10"), (2, "20"), (2, "40"), (3, "10"), (3, "20")]
    return read_specification(
        {
            "drug": drug,
            "route": "intravenous",
            "target_dose": str(target),
            "unit": "mg",
            "solutions": [{"number": str(n), "volume_ml": str(volume), **bag} for n, bag in enumerate(bags, start=1)],
            "steps": [
                *({"solution": str(bag), "rate_ml_h": rate, "minutes": "15"} for bag, rate in [*rates, (3, "40")]),
                {"solution": "3", "rate_ml_h": last_rate, "volume_ml": "rest"},
            ],
        }
        | ({"diluent": diluent} if diluent else {})
    )


def one_bag(drug, volume, concentration, rates, last_rate):
    """All of one bag: each rate for an hour, then the rest."""
    steps = [{"solution": "1", "rate_ml_h": rate, "minutes": "60"} for rate in rates]
    ending = {"solution": "1", "rate_ml_h": last_rate, "volume_ml": "rest"}
    return read_specification(
        {
            "drug": drug,
            "route": "intravenous",
            "target_dose": str(volume * Fraction(concentration)),
            "unit": "mg",
            "solutions": [{"number": "1", "volume_ml": str(volume), "concentration": concentration}],
            "steps": [*steps, ending],
        }
    )


def found(plan):
    """What the shipped products find, cautions apart, as "code where"."""
    findings = product_findings(compute(plan), plan, shipped_limits(plan.drug, plan.route))
    return [f"{found.code} {found.where or ''}".strip() for found in findings if found.level != "caution"]


TOO_WEAK = ["concentration-below-range solution 1", "concentration-below-range solution 2"]
PUBLISHED = [
    (brigham("carboplatin", 500), TOO_WEAK),
    (brigham("rituximab", 675), TOO_WEAK),
    (brigham("bevacizumab", 525, volume=100), TOO_WEAK),
    (brigham("atezolizumab", 1200), TOO_WEAK),
    (brigham("oxaliplatin", 150, volume=500), [*TOO_WEAK, "time-beyond-stability"]),
    (brigham("paclitaxel", 300, volume=500), TOO_WEAK),
    (brigham("docetaxel", 135), [*TOO_WEAK, "time-beyond-stability"]),
]


@pytest.mark.parametrize(("plan", "expected"), PUBLISHED, ids=lambda value: getattr(value, "drug", ""))
def test_every_tenth_and_hundredth_bag_is_below_its_label(plan, expected):
    """clinical.md 11 lists these; the last bag of each keeps to the label."""
    assert found(plan) == expected


def test_the_last_bag_beyond_the_label_is_a_blocker():
    assert found(brigham("carboplatin", 125))[0] == "concentration-below-range solution 3"
    assert found(brigham("rituximab", 1050))[0] == "concentration-above-range solution 3"


@pytest.mark.parametrize(("diluent", "blocked"), [("sodium-chloride-0.9", 3), ("glucose-5", 0), (None, 0)])
def test_oxaliplatin_in_saline(diluent, blocked):
    codes = found(brigham("oxaliplatin", 150, volume=500, diluent=diluent))
    assert [code for code in codes if "diluent" in code] == [
        f"diluent-not-allowed solution {number}" for number in range(1, blocked + 1)
    ]


def alemtuzumab(last_ml):
    """The published volumes, rates as they were meant; the last bag of this volume."""
    rates = [(1, 2), (1, 5), (1, 10), (1, 23), (2, 2), (2, 5), (2, 10), (2, 23), (3, 30), (3, 50), (3, 80), (3, 160)]
    bags = [(1, 10, "0.01"), (2, 10, "0.09"), (3, last_ml, "0.1375")]
    return read_specification(
        {
            "drug": "alemtuzumab",
            "route": "intravenous",
            "target_dose": "12",
            "unit": "mg",
            "diluent": "sodium-chloride-0.9",
            "solutions": [{"number": str(n), "volume_ml": str(ml), "concentration": c} for n, ml, c in bags],
            "steps": [{"solution": str(bag), "rate_ml_h": str(rate), "minutes": "15"} for bag, rate in rates],
        }
    )


@pytest.mark.parametrize(("last_ml", "expected"), [("80", []), ("80.001", ["diluent-volume-above-limit"])])
def test_alemtuzumab_takes_100_ml_in_all(last_ml, expected):
    assert [code for code in found(alemtuzumab(last_ml)) if "diluent" in code] == expected


def test_the_last_step_of_alemtuzumab_is_faster_than_its_shortest_time():
    """22 mg/h, where 12 mg in an hour are the label's fastest."""
    assert found(alemtuzumab("80")) == ["rate-above-shortest-time step 12"]


@pytest.mark.parametrize(("rate", "expected"), [("125", []), ("125.001", ["rate-above-shortest-time step 2"])])
def test_infliximab_over_two_hours(rate, expected):
    """500 mg in 120 min are 250 mg/h; 2 mg/mL x 125 mL/h are just that."""
    assert found(one_bag("infliximab", 250, "2", ["60"], rate)) == expected


@pytest.mark.parametrize(("rate", "level"), [("74", None), ("75", "sign-off"), ("149", "sign-off"), ("151", "blocker")])
def test_cetuximab_at_5_or_10_mg_a_minute(rate, level):
    """4 mg/mL x 75 mL/h = 5 mg/min, a little less for what the earlier bags gave."""
    plan = brigham("cetuximab", 1010, last_rate=rate)
    findings = product_findings(compute(plan), plan, shipped_limits("cetuximab", "intravenous"))
    assert [finding.level for finding in findings if finding.code == "rate-above-maximum"] == ([level] if level else [])


def test_meropenem_all_day_long_is_not_stable():
    plan = one_bag("meropenem", 1000, "0.5", ["10", "20", "40"], "80")
    assert compute(plan).total_minutes == Fraction("877.5")
    assert found(plan) == ["time-beyond-stability"]
