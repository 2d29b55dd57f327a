"""The tables of protocols.md 1 and entries 4 to 10, figure for figure."""

from fractions import Fraction

import pytest

from desens.numbers.files import load_file
from desens.numbers.write import plain_text
from protocols.engine import compute, read_specification
from tests.protocols.engine.golden_corpus import FOLDER


def golden(name):
    return compute(read_specification(load_file(FOLDER / f"{name}.yaml")))


def rounded(value, places):
    """As printed: half up to the printed decimals."""
    scaled = (Fraction(value) * 10**places + Fraction(1, 2)) // 1
    return Fraction(scaled, 10**places)


def as_printed(values, printed):
    """The values rounded to the decimals of the printed figures."""
    return [rounded(value, len(text.partition(".")[2])) for value, text in zip(values, printed, strict=True)]


GENERIC = [
    (4, "219.375", "4"),
    (8, "279.375", "3.97"),
    (12, "339.375", "3.96852"),
    (16, "399.375", "3.968372"),
    (20, "459.375", "3.9683572"),
]


@pytest.mark.parametrize(("size", "minutes", "concentration"), GENERIC)
def test_the_generic_sizes(size, minutes, concentration):
    schedule = golden(f"generic-{size}-step")
    assert len(schedule.steps) == size
    assert schedule.total_minutes == Fraction(minutes)
    assert schedule.total_dose == 1000
    assert schedule.solutions[-1].concentration == Fraction(concentration)
    assert {bag.infused_ml for bag in schedule.solutions[:-2]} <= {Fraction("9.25")}
    assert schedule.steps[-1].volume_ml == Fraction("232.5")


LINES = [
    ("line-primed-with-solution", "0.02 0.05 0.1 0.2 0.5 1 2 4 9.92 19.84 39.69 922.68", "1000", "88.17"),
    ("line-shared-10", "0 0 0 0 0.02 0.1 0.2 3.55 1.0 2.0 30.76 922.68", "960.3", "39.7"),
    ("line-shared-20", "0 0 0 0 0 0 0 0.32 0.55 2.0 4.0 913.76", "920.6", "79.4"),
    ("line-each-10", "0 0 0 0 0 0 0 3.5 0 0 29.76 922.68", "955.9", "44.06"),
    ("line-each-20", "0 0 0 0 0 0 0 0 0 0 0 912.76", "912.8", "87.24"),
]


@pytest.mark.parametrize(("name", "doses", "total", "in_all_lines"), LINES)
def test_the_line_table(name, doses, total, in_all_lines):
    """The last column sums all lines used; the printed table has the last line alone for a line per bag."""
    schedule = golden(name)
    assert as_printed([step.dose for step in schedule.steps], doses.split()) == list(map(Fraction, doses.split()))
    assert as_printed([schedule.total_dose], [total]) == [Fraction(total)]
    assert as_printed([schedule.in_line_amount], [in_all_lines]) == [Fraction(in_all_lines)]


@pytest.mark.parametrize("dead_ml", [10, 20])
def test_the_last_of_the_lines_holds_what_the_table_prints(dead_ml):
    schedule = golden(f"line-each-{dead_ml}")
    printed = {10: "39.7", 20: "79.4"}[dead_ml]
    assert as_printed([dead_ml * schedule.solutions[-1].concentration], [printed]) == [Fraction(printed)]


def test_the_three_ways_of_the_last_bag():
    corrected, truncated, uncorrected = map(golden, ["generic-12-step", "last-bag-truncated", "last-bag-uncorrected"])
    assert corrected.total_dose == truncated.total_dose == 1000
    assert corrected.steps[-1].volume_ml == Fraction("232.5")
    assert truncated.steps[-1].volume_ml == Fraction("230.5325")
    assert truncated.solutions[-1].discarded_amount == Fraction("7.87")
    assert uncorrected.total_dose == Fraction("1007.87")


def test_ceftazidime():
    schedule = golden("ceftazidime-12-step")
    doses = ["0.040", "0.100", "0.200", "0.400", "1", "2", "4", "8", "19.843", "39.685", "79.370", "1845.362"]
    assert as_printed([step.dose for step in schedule.steps], doses) == list(map(Fraction, doses))
    assert as_printed([bag.concentration for bag in schedule.solutions], ["0.080", "0.800", "7.937"]) == [
        Fraction("0.080"), Fraction("0.800"), Fraction("7.937"),
    ]  # fmt: skip
    assert schedule.solutions[-1].amount == Fraction("1984.26")
    assert schedule.total_minutes == Fraction("339.375")


def test_rituximab_truncated():
    last = golden("rituximab-12-step-truncated").steps[-1]
    assert as_printed([last.volume_ml, last.minutes], ["230.5", "172.9"]) == [Fraction("230.5"), Fraction("172.9")]


def test_carboplatin_truncated():
    last = golden("carboplatin-12-step-truncated").steps[-1]
    assert (last.volume_ml, last.minutes, last.cumulative_dose) == (Fraction("230.5325"), Fraction("184.426"), 500)


def test_alemtuzumab_by_volume_and_time():
    schedule = golden("alemtuzumab-12-step-as-meant")
    assert [step.rate_ml_h for step in schedule.steps] == [2, 5, 10, 23, 2, 5, 10, 23, 30, 50, 80, 160]
    assert (schedule.total_minutes, schedule.total_dose) == (180, 12)
    assert [bag.discarded_ml for bag in schedule.solutions] == [0, 0, 0]


def test_one_solution():
    schedule = golden("one-solution")
    assert [plain_text(step.dose) for step in schedule.steps] == ["1.25", "2.5", "6.25", "12.5", "18.75", "458.75"]
    assert schedule.steps[-1].minutes == Fraction("275.25")


@pytest.mark.parametrize(
    ("name", "total"), [("ceftazidime-tenfold", "4444.444"), ("carboplatin-4-step-4-hour", "555.5")]
)
def test_logarithmic_protocols_are_declared_and_over(name, total):
    schedule = golden(name)
    assert schedule.total_dose == Fraction(total)
    assert [(finding.level, finding.code) for finding in schedule.findings] == [("sign-off", "target-exceeded")]


def test_meropenem_takes_longer_than_it_is_stable():
    assert plain_text(golden("meropenem-continuous").total_minutes / 60) == "14.625"


def test_contract_example():
    """The figures printed in contracts.md 2: the 12-step rituximab."""
    schedule = golden("generic-12-step")
    bag = schedule.solutions[0]
    assert (bag.infused_ml, bag.discarded_ml) == (Fraction("9.25"), Fraction("240.75"))
    assert schedule.total_minutes == Fraction("339.375")
    assert schedule.findings == ()
