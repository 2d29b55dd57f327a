"""Published single-dose protocols (protocols.md 12, 13, 15, 17, 18) to their printed figures."""

from desens.numbers.quantity import AMOUNT_UNITS
from protocols.engine.intervals.contract import intervals_to_contract
from tests.protocols.engine.intervals.samples import codes, scheduled, solution

PENICILLIN = [
    ("0.0625", "1"), ("0.0625", "2"), ("0.25", "1"), ("0.25", "2"), ("0.25", "4"), ("0.25", "8"), ("4", "1"),
    ("4", "2"), ("4", "4"), ("50", "0.6"), ("50", "1"), ("50", "2"), ("50", "4"), ("50", "8"),
]  # fmt: skip


def test_the_contract_example():
    schedule = scheduled(
        ["solution: 1, volume_ml: 0.1", "solution: 1, dose: 200", "dose: 400, minutes_after_previous: 30"],
        drug="phenoxymethylpenicillin",
        unit="U",
        target="700",
        solutions=[solution(number=1, concentration=1000)],
    )
    published = intervals_to_contract(schedule)
    assert published["steps"] == [
        {"number": 1, "solution": 1, "minute": 0, "volume_ml": "0.1", "dose": "100", "cumulative_dose": "100",
         "fold_increase": None},
        {"number": 2, "solution": 1, "minute": 15, "volume_ml": "0.2", "dose": "200", "cumulative_dose": "300",
         "fold_increase": "2"},
        {"number": 3, "solution": None, "minute": 45, "volume_ml": None, "dose": "400", "cumulative_dose": "700",
         "fold_increase": "2"},
    ]  # fmt: skip
    assert (published["total_dose"], published["total_minutes"], published["findings"]) == ("700", "45", [])


def test_penicillin_v_in_14_doses():
    strengths = list(dict.fromkeys(strength for strength, _ in PENICILLIN))
    schedule = scheduled(
        [f"solution: {strengths.index(strength) + 1}, volume_ml: {volume}" for strength, volume in PENICILLIN],
        target="811.9375",
        solutions=[solution(number=n, concentration=strength) for n, strength in enumerate(strengths, start=1)],
    )
    published = intervals_to_contract(schedule)
    assert published["total_dose"] == "811.9375"
    assert published["total_minutes"] == "195"
    assert [solution["infused_ml"] for solution in published["solutions"]] == ["3", "15", "7", "15.6"]
    assert codes(schedule) == []


def test_co_trimoxazole_hourly_is_declared_logarithmic():
    doses = ["0.004", "0.04", "0.4", "4", "40", "160"]
    schedule = scheduled(doses, target="204.444", interval_minutes="60", declared=["logarithmic"])
    assert [step.minute for step in schedule.steps] == [0, 60, 120, 180, 240, 300]
    assert [step.fold_increase for step in schedule.steps] == [None, 10, 10, 10, 10, 4]
    assert codes(schedule) == []


def test_aspirin_with_its_uneven_times():
    doses = [1, 5, 10, 20, "dose: 40, minutes_after_previous: 120", "dose: 100, minutes_after_previous: 120"]
    schedule = scheduled(doses, target="176", interval_minutes="30", drug="aspirin", declared=["slow"])
    assert [step.minute for step in schedule.steps] == [0, 30, 60, 90, 210, 330]
    assert intervals_to_contract(schedule)["total_dose"] == "176"
    respiratory = scheduled(["40.5", 81, "162.5", 325], target="609", interval_minutes="90")
    assert [step.minute for step in respiratory.steps] == [0, 90, 180, 270]
    assert codes(respiratory) == []


def test_insulin_under_the_skin_over_two_days():
    doses = ["0.0001", "0.001", "0.01", "0.1", 1, "dose: 2, minutes_after_previous: 1320", 4, 8, 20]
    schedule = scheduled(
        doses,
        target="35.1111",
        unit="U",
        route="subcutaneous",
        interval_minutes="30",
        drug="insulin glargine",
        declared=["logarithmic"],
    )
    assert [step.minute for step in schedule.steps] == [0, 30, 60, 90, 120, 1440, 1470, 1500, 1530]
    assert intervals_to_contract(schedule)["total_dose"] == "35.1111"
    assert codes(schedule) == []


def test_imatinib_from_10_ng_in_every_unit_of_mass():
    """10 ng to 100 mg in tenfold doses, 4 hours by 15 minutes apart being 17 doses; exact in ng, mcg, mg and g."""
    totals = set()
    for unit in ("ng", "mcg", "mg", "g"):
        doses = [f"{10 ** (n + 1)}e-{len(str(AMOUNT_UNITS[unit][1])) - 1}" for n in range(8)]
        schedule = scheduled(doses, target=doses[-1], unit=unit, drug="imatinib", declared=["logarithmic"])
        totals.add(schedule.total_dose * AMOUNT_UNITS[unit][1])
        assert [step.fold_increase for step in schedule.steps][1:] == [10] * 7
        assert codes(schedule) == [("sign-off", "target-exceeded", None)]
    assert totals == {111_111_110}


def test_imatinib_every_15_minutes_for_4_hours():
    schedule = scheduled([10 * 2**n for n in range(17)], target=str(10 * (2**17 - 1)), unit="ng")
    assert (schedule.total_minutes, schedule.total_dose, codes(schedule)) == (240, 1_310_710, [])
