"""The five rows of protocols.md 1, "The line": mg a step for D = 1000 mg, V = 250 mL, R = 80 mL/h, in twelve steps.

The table's figures are those of bags at 992.13 mg in the last one; they are copied, to their last printed digit.
"""

from fractions import Fraction

import pytest

from protocols.engine import compute
from protocols.engine.delivery import deliver
from tests.protocols.engine.samples import drug_line, family, saline_line

LAST_BAG = Fraction("992.13")
HUB = "0.02 0.05 0.1 0.2 0.5 1 2 4 9.92 19.84 39.69 922.68"
TABLE = {
    "one line for all, 10 mL": (
        saline_line(10, per_solution=False),
        "0 0 0 0 0.02 0.1 0.2 3.55 1.0 2.0 30.76 922.68",
        "960.3",
        "39.7",
    ),
    "one line for all, 20 mL": (
        saline_line(20, per_solution=False),
        "0 0 0 0 0 0 0 0.32 0.55 2.0 4.0 913.76",
        "920.6",
        "79.4",
    ),
    "a line per bag, 10 mL": (saline_line(10), "0 0 0 0 0 0 0 3.5 0 0 29.76 922.68", "955.9", "39.7"),
    "a line per bag, 20 mL": (saline_line(20), "0 0 0 0 0 0 0 0 0 0 0 912.76", "912.8", "79.4"),
}


def delivered(line):
    asked = family(100, 10, 1, amount=LAST_BAG, line=line)
    return deliver(compute(asked), line)


def as_printed(value, printed):
    """Half up at the printed decimals."""
    decimals = len(printed.partition(".")[2])
    return (value * 10**decimals + Fraction(1, 2)) // 1 == Fraction(printed) * 10**decimals


def agree(values, printed):
    return [as_printed(value, text) for value, text in zip(values, printed.split(), strict=True)] == [True] * 12


@pytest.mark.parametrize("name", TABLE)
def test_a_line_primed_with_saline(name):
    line, printed, total, left = TABLE[name]
    delivery = delivered(line)
    assert agree([step.delivered_dose for step in delivery.steps], printed)
    assert agree([step.nominal_dose for step in delivery.steps], HUB)
    assert as_printed(delivery.delivered.total, total)
    assert as_printed(delivery.solutions[-1].in_line_amount, left)


@pytest.mark.parametrize("dead_volume", [0, 10, 22])
def test_a_line_primed_with_the_drug_to_the_hub(dead_volume):
    line = drug_line(dead_volume)
    delivery = deliver(compute(family(100, 10, 1, line=line)), line)
    assert agree([step.delivered_dose for step in delivery.steps][:8] + [0] * 4, "0.02 0.05 0.1 0.2 0.5 1 2 4 0 0 0 0")
    assert delivery.delivered.total == 1000
    assert delivery.same
    assert [bag.in_line_ml for bag in delivery.solutions] == [dead_volume] * 3


def test_the_row_of_the_hub_with_bags_that_hold_the_prime_on_top():
    delivery = delivered(None)
    assert agree([step.delivered_dose for step in delivery.steps], HUB)
    assert as_printed(delivery.delivered.total, "1000")
    assert delivery.same


def test_when_each_bag_first_reaches_the_patient():
    line = saline_line(20)
    bags = delivered(line).solutions
    assert [bag.hung_at for bag in bags] == [0, 60, 120]
    assert [bag.arrives_at for bag in bags] == [None, None, 165 + Fraction("2.5") * 60 / 80]


def test_a_shared_line_gives_the_bag_before_first():
    bags = delivered(saline_line(20, per_solution=False)).solutions
    assert [bag.arrives_at for bag in bags] == [108, Fraction("127.5"), Fraction("166.875")]
