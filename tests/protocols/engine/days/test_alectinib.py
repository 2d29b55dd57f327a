"""The alectinib regimens (cases/alectinib-oral.yaml) and allopurinol (protocols.md 16), to their printed figures."""

from fractions import Fraction

import pytest

from protocols.engine.days.contract import days_to_contract
from tests.protocols.engine.days.samples import codes, scheduled

BID, QD = "times_per_day: 2", "times_per_day: 1"
REGIMENS = {
    "this case": (
        "1200",
        [
            f"days: [1, 2], dose: 150, {BID}",
            f"days: [3, 7], dose: 300, {BID}",
            f"days: [8, 15], dose: 450, {BID}",
            "days: [16, 23], doses: {morning: 450, evening: 600}",
            f"days: [24, null], dose: 600, {BID}",
        ],
        [300, 600, 900, 1050, 1200],
        [],
    ),
    "Shirasawa": (
        "600",
        [
            f"days: [1, 2], dose: 40, {QD}",
            f"days: [3, 4], dose: 80, {QD}",
            f"days: [5, 6], dose: 160, {QD}",
            f"days: [7, 8], dose: 300, {QD}",
            f"days: [9, null], dose: 300, {BID}",
        ],
        [40, 80, 160, 300, 600],
        ["day 1", "day 3", "day 5"],
    ),
    "Kimura": (
        "400",
        [
            f"days: [1, 2], dose: 20, {QD}",
            f"days: [3, 4], dose: 20, {BID}",
            f"days: [5, 7], dose: 40, {BID}",
            f"days: [8, 9], dose: 80, {BID}",
            f"days: [10, 11], dose: 120, {BID}",
            f"days: [12, 14], dose: 160, {BID}",
            f"days: [15, null], dose: 200, {BID}",
        ],
        [20, 40, 80, 160, 240, 320, 400],
        ["day 1", "day 5", "day 8", "day 10", "day 12", "day 15"],
    ),
    "Anderson": (
        "600",
        [
            f"days: [1, 2], dose: 37.5, {QD}",
            f"days: [3, 4], dose: 75, {QD}",
            f"days: [5, 6], dose: 150, {QD}",
            f"days: [7, 8], dose: 150, {BID}",
            f"days: [9, null], dose: 300, {BID}",
        ],
        ["37.5", 75, 150, 300, 600],
        ["day 1", "day 3"],
    ),
}


@pytest.mark.parametrize("name", REGIMENS)
def test_the_regimens_as_printed(name):
    target, phases, totals, compounded = REGIMENS[name]
    schedule = scheduled(phases, target=target)
    published = days_to_contract(schedule)["days"]
    assert list(dict.fromkeys(day["total"] for day in published)) == [str(total) for total in totals]
    assert codes(schedule) == [("caution", "must-be-compounded", where) for where in compounded]
    assert [day["day"] for day in published] == list(range(1, len(published) + 1))


def test_days_16_to_23_differ_in_the_morning_and_day_24_goes_on():
    target, phases, _, _ = REGIMENS["this case"]
    schedule = scheduled(phases, target=target)
    published = days_to_contract(schedule)
    assert published["open"] is True
    assert len(published["days"]) == 24
    for day in published["days"][15:23]:
        assert day["doses"] == [
            {"time": "morning", "dose": "450", "units": "3 x 150"},
            {"time": "evening", "dose": "600", "units": "4 x 150"},
        ]
    assert published["days"][23]["doses"][0] == {"time": "morning", "dose": "600", "units": "4 x 150"}
    assert [day["fold_increase"] for day in published["days"][:3]] == [None, "1", "2"]
    assert published["days"][23]["fold_increase"] == "1.14285714286"


def test_with_the_40_mg_unit_nothing_of_shirasawa_but_none_of_andersons_halves():
    target, phases, _, _ = REGIMENS["Shirasawa"]
    schedule = scheduled(phases, target=target, strengths="150, 40")
    assert codes(schedule) == []
    assert days_to_contract(schedule)["days"][4]["doses"][0]["units"] == "4 x 40"


def test_allopurinol_three_days_each():
    amounts = [50, 100, 200, 500, 1000, 5000, 10_000, 25_000, 50_000, 100_000]
    phases = [f"days: [{3 * n + 1}, {3 * n + 3}], dose: {amount}, {QD}" for n, amount in enumerate(amounts)]
    schedule = scheduled(phases, target="100000", strengths="100000", unit="mcg", drug="allopurinol")
    assert [day.total for day in schedule.days] == [amount for amount in amounts for _ in range(3)]
    assert not schedule.open_ended
    assert {code for _, code, _ in codes(schedule)} == {"must-be-compounded"}
    assert len(schedule.findings) == 9


def test_co_trimoxazole_over_six_days():
    amounts = ["10", "20", "30", "40", "60", "80"]
    phases = [f"days: [{n}, {n}], dose: {amount}, {QD}" for n, amount in enumerate(amounts, start=1)]
    schedule = scheduled(phases, target="80", strengths="80", drug="co-trimoxazole")
    assert [day.fold_increase for day in schedule.days][1:3] == [2, Fraction(3, 2)]
    assert codes(schedule)[-1] == ("caution", "must-be-compounded", "day 5")
