"""The second way, without the engine, against every figure printed in protocols.md 1 and in the published case."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.protocols.second.brigham import agrees, generic
from tests.protocols.second.integration import RefusedError, integrate

SHARED = {"per_solution": False}
LINES = [
    # line, dead mL, mg per step, total, left in line
    (SHARED, "10", "0 0 0 0 0.02 0.1 0.2 3.55 1.0 2.0 30.76 922.68", "960.3", "39.7"),
    (SHARED, "20", "0 0 0 0 0 0 0 0.32 0.55 2.0 4.0 913.76", "920.6", "79.4"),
    ({}, "10", "0 0 0 0 0 0 0 3.5 0 0 29.76 922.68", "955.9", "39.7"),
    ({}, "20", "0 0 0 0 0 0 0 0 0 0 0 912.76", "912.8", "79.4"),
]
HUB_DOSES = "0.02 0.05 0.1 0.2 0.5 1 2 4 9.92 19.84 39.69 922.68"


def doses(result: dict) -> list[Fraction]:
    return [row["dose"] for row in result["steps"]]


def all_agree(values: list[Fraction], printed: str) -> bool:
    figures = printed.split()
    return len(values) == len(figures) and all(
        agrees(value, figure) for value, figure in zip(values, figures, strict=True)
    )


@pytest.mark.parametrize(("line", "dead", "printed", "total", "left"), LINES)
def test_the_lines_of_the_table(line: dict, dead: str, printed: str, total: str, left: str) -> None:
    line = {"dead_volume_ml": dead, "primed_with": "diluent", **line}
    result = integrate(generic(12, last="992.13", line=line))
    assert all_agree(doses(result), printed)
    assert agrees(result["total_dose"], total)
    in_last_line = Fraction(dead) * result["solutions"][-1]["concentration"]
    assert agrees(in_last_line, left)
    assert result["in_line"]["amount"] == 1000 - result["total_dose"], "the sum over all lines, not only the last"


@pytest.mark.parametrize("dead", ["0", "10", "22"])
def test_a_line_primed_with_the_drug_delivers_at_once_and_its_prime_comes_on_top(dead: str) -> None:
    mapping = generic(12, last="992.13", line={"dead_volume_ml": dead, "primed_with": "solution"})
    for bag, strength in zip(mapping["solutions"], ("0.04", "0.4", "3.96852"), strict=True):
        del bag[next(key for key in ("dilution", "amount") if key in bag)]
        bag |= {"concentration": strength, "volume_ml": str(250 + int(dead))}
    result = integrate(mapping)
    assert all_agree(doses(result), HUB_DOSES)
    assert result["total_dose"] == 1000
    assert [bag["infused_ml"] - int(dead) for bag in result["solutions"]] == [Fraction("9.25"), Fraction("18.75"), 250]
    assert result["in_line"]["ml"] == 3 * int(dead)


def test_no_line_loses_nothing() -> None:
    result = integrate(generic(12))
    assert all_agree(doses(result), HUB_DOSES)
    assert result["total_dose"] == 1000
    assert result["in_line"] == {"ml": 0, "amount": 0}
    assert [bag["infused_ml"] for bag in result["solutions"]] == [Fraction("9.25"), Fraction("18.75"), 250]


@pytest.mark.parametrize(
    ("size", "concentration", "minutes"),
    [
        (4, "4.0", "219.375"),
        (8, "3.97", "279.375"),
        (12, "3.96852", "339.375"),
        (16, "3.968372", "399.375"),
        (20, "3.968357", "459.375"),
    ],
)
def test_the_five_generic_sizes(size: int, concentration: str, minutes: str) -> None:
    result = integrate(generic(size))
    assert agrees(result["solutions"][-1]["concentration"], concentration)
    assert result["total_minutes"] == Fraction(minutes)
    assert result["total_dose"] == 1000
    weak = [bag["infused_ml"] for bag in result["solutions"][:-2]]
    assert weak == [Fraction("9.25")] * len(weak)


def test_the_last_bag_in_three_ways() -> None:
    corrected, truncated, uncorrected = (
        integrate(generic(12, last=last, ending=ending))
        for last, ending in (("remainder", "rest"), ("full", "to_target"), ("full", "rest"))
    )
    assert corrected["total_dose"] == truncated["total_dose"] == 1000
    assert corrected["steps"][-1]["volume_ml"] == Fraction("232.5")
    assert truncated["solutions"][-1]["discarded_amount"] == Fraction("7.87")
    assert uncorrected["total_dose"] / 1000 == Fraction("1.00787")


def test_the_dose_ratios_between_steps() -> None:
    folds = [row["fold_increase"] for row in integrate(generic(16))["steps"]]
    assert folds[0] is None
    assert folds[1:4] == [Fraction("2.5"), 2, 2]
    assert folds[4] == 1, "a bag that ends at 20 mL/h hands over to a tenfold stronger one at 2 mL/h"
    assert folds[8] == Fraction("2.5")
    assert agrees(folds[12], "2.48")


CASE_RATES = [["2.5", "5", "10", "20"], ["2.5", "5", "10", "20"], ["5", "10", "20", "40"], ["10", "20", "40", "80"]]
CASE_MINUTES = "15 " * 15 + "174.4"
CASE_VOLUMES = "0.625 1.25 2.5 5 0.625 1.25 2.5 5 1.25 2.5 5 10 2.5 5 10 232.5"
ATEZOLIZUMAB = "0.003 0.006 0.012 0.024 0.03 0.06 0.12 0.24 0.6 1.2 2.4 4.8 11.9 23.8 47.6 1107.2"
BEVACIZUMAB = "0.0015 0.003 0.006 0.012 0.015 0.03 0.06 0.12 0.3 0.6 1.2 2.4 5.95 11.9 23.8 553.6"
ATEZOLIZUMAB_SUMS = "0.003 0.009 0.021 0.045 0.075 0.135 0.255 0.5 1.1 2.3 4.7 9.5 21.4 45.2 92.8 1200"
BEVACIZUMAB_SUMS = "0.0015 0.0045 0.0105 0.0225 0.038 0.068 0.128 0.248 0.55 1.15 2.35 4.75 10.7 22.6 46.4 600"


def published_case(target: str) -> dict:
    bags = [{"number": str(n), "volume_ml": "250", "dilution": str(10 ** (4 - n))} for n in (1, 2, 3)]
    bags.append({"number": "4", "volume_ml": "250", "amount": "remainder"})
    steps = [
        {"solution": str(bag), "rate_ml_h": rate, "minutes": "15"}
        for bag, rates in enumerate(CASE_RATES, start=1)
        for rate in rates
    ]
    steps[-1] = {"solution": "4", "rate_ml_h": "80", "volume_ml": "rest"}
    mapping = {"drug": "a published case", "route": "intravenous", "target_dose": target, "unit": "mg"}
    return mapping | {"solutions": bags, "steps": steps}


@pytest.mark.parametrize(
    ("target", "printed", "printed_sums"),
    [("1200", ATEZOLIZUMAB, ATEZOLIZUMAB_SUMS), ("600", BEVACIZUMAB, BEVACIZUMAB_SUMS)],
)
def test_the_published_case(target: str, printed: str, printed_sums: str) -> None:
    result = integrate(published_case(target))
    assert all_agree([row["minutes"] for row in result["steps"]], CASE_MINUTES)
    assert all_agree([row["volume_ml"] for row in result["steps"]], CASE_VOLUMES)
    assert all_agree(doses(result), printed)
    assert all_agree([row["cumulative_dose"] for row in result["steps"]], printed_sums)


def test_truncated_carboplatin() -> None:
    mapping = generic(12, last="full", ending="to_target") | {"target_dose": "500"}
    mapping["steps"][-1]["rate_ml_h"] = "75"
    last = integrate(mapping)["steps"][-1]
    assert last["volume_ml"] == Fraction("230.5325")
    assert agrees(last["minutes"], "184.426")


def test_one_bag_as_the_label_has_it() -> None:
    steps = [{"solution": "1", "rate_ml_h": rate, "minutes": "15"} for rate in ("5", "10", "25", "50", "75")]
    steps.append({"solution": "1", "rate_ml_h": "100", "volume_ml": "rest"})
    bag = {"number": "1", "volume_ml": "500", "amount": "full"}
    mapping = {"drug": "example", "route": "intravenous", "target_dose": "500", "unit": "mg"}
    result = integrate(mapping | {"solutions": [bag], "steps": steps})
    assert all_agree(doses(result), "1.25 2.5 6.25 12.5 18.75 458.75")
    assert result["steps"][-1]["minutes"] == Fraction("275.25")


def test_modified_alemtuzumab_by_volume_and_time() -> None:
    volumes = [["0.5", "1.25", "2.5", "5.75"]] * 2 + [["7.5", "12.5", "20", "40"]]
    bags = [{"number": "1", "volume_ml": "10", "concentration": "0.01"}]
    bags += [
        {"number": "2", "volume_ml": "10", "concentration": "0.09"},
        {"number": "3", "volume_ml": "80", "amount": "remainder"},
    ]
    steps = [
        {"solution": str(bag), "minutes": "15", "volume_ml": volume}
        for bag, volumes_of_bag in enumerate(volumes, start=1)
        for volume in volumes_of_bag
    ]
    mapping = {"drug": "alemtuzumab", "route": "intravenous", "target_dose": "12", "unit": "mg"}
    result = integrate(mapping | {"solutions": bags, "steps": steps})
    assert [row["rate_ml_h"] for row in result["steps"]] == [2, 5, 10, 23, 2, 5, 10, 23, 30, 50, 80, 160]
    assert result["total_minutes"] == 180
    assert result["solutions"][-1]["concentration"] == Fraction("0.1375")


def test_booked_line_fill_delivers_nothing_and_restores_the_early_steps() -> None:
    mapping = generic(12, line={"dead_volume_ml": "22", "primed_with": "diluent"})
    for number in ("3", "2", "1"):
        place = next(i for i, step in enumerate(mapping["steps"]) if step["solution"] == number)
        mapping["steps"].insert(place, {"solution": number, "rate_ml_h": "88", "volume_ml": "22"})
    result = integrate(mapping)
    fills = [row for row in result["steps"] if row["line_fill"]]
    assert [(row["minutes"], row["dose"]) for row in fills] == [(15, 0)] * 3
    assert all(row["dose"] > 0 for row in result["steps"] if not row["line_fill"])
    assert result["total_dose"] == 1000


def test_the_flush_brings_in_what_the_last_line_held() -> None:
    line = {"dead_volume_ml": "20", "primed_with": "diluent", "per_solution": False, "end_flush": True}
    result = integrate(generic(12, last="992.13", line=line))
    assert result["steps"][-1]["flush"]
    assert agrees(result["steps"][-1]["dose"], "79.4")
    assert result["total_dose"] == 1000
    assert result["in_line"]["amount"] == 0


def test_a_pump_rounds_half_up_and_the_dose_follows() -> None:
    mapping = generic(12, last="full", ending="to_target")
    mapping["steps"][0] |= {"rate_ml_h": "2.25"}
    mapping["pump"] = {"rate_resolution_ml_h": "0.5", "min_rate_ml_h": "0.1", "max_rate_ml_h": "1200"}
    first = integrate(mapping)["steps"][0]
    assert (first["rate_ml_h"], first["minutes"]) == (Fraction("2.5"), 15)
    assert first["dose"] == Fraction("0.025")


def test_refusals() -> None:
    dry, passed = generic(4, last="full"), generic(4, last="full", ending="to_target")
    dry["steps"][0] |= {"rate_ml_h": "1001"}
    passed["solutions"][0] |= {"amount": "2000"}
    passed["steps"][0] |= {"rate_ml_h": "600"}
    for mapping, code in ((dry, "bag-exhausted"), (passed, "target-passed")):
        with pytest.raises(RefusedError, match=code):
            integrate(mapping)


def test_mass_is_kept() -> None:
    for line in (LINES[0][0], LINES[2][0]):
        line = {"dead_volume_ml": "7", "primed_with": "solution", **line}
        result = integrate(generic(20, line=line))
        held = sum(bag["amount"] for bag in result["solutions"])
        left = result["in_line"]["amount"] + sum(bag["discarded_amount"] for bag in result["solutions"])
        assert held == result["total_dose"] + left
