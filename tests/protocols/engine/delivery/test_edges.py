"""Single cases that can be followed on paper."""

from dataclasses import replace
from fractions import Fraction

import pytest

from protocols.engine import Solution, Step, compute
from protocols.engine.delivery import Piece, deliver
from tests.protocols.engine.samples import drug_line, pump, saline_line, specification


def one_bag(*rates, line=None, minutes=60, **changes):
    """A bag of 1 mg/mL, an hour at each of these rates in mL/h: mL and mg are the same figures."""
    bag = Solution(number=1, volume_ml=Fraction(1000), concentration=Fraction(1))
    steps = [Step(solution=1, rate_ml_h=Fraction(rate), minutes=Fraction(minutes)) for rate in rates]
    return specification(solutions=[bag], steps=steps, line=line, **changes)


def delivered(asked):
    return deliver(compute(asked), asked.line)


@pytest.mark.parametrize(
    ("dead", "arrives", "given"), [("9.99", "59.94", "0.01"), ("10", None, "0"), ("10.01", None, "0")]
)
def test_the_drug_arrives_when_more_than_the_dead_volume_has_passed(dead, arrives, given):
    delivery = delivered(one_bag(10, line=saline_line(dead)))
    assert delivery.solutions[0].arrives_at == (arrives and Fraction(arrives))
    assert delivery.delivered.first_arrival == (arrives and Fraction(arrives))
    assert delivery.delivered.total == Fraction(given)


def test_the_example_of_the_readme():
    delivery = delivered(one_bag(10, 20, line=saline_line(15)))
    assert delivery.nominal.breakpoints == ((0, 0), (60, 10), (120, 30))
    assert delivery.delivered.breakpoints == ((0, 0), (75, 0), (120, 15))
    bag = delivery.solutions[0]
    figures = (bag.amount, bag.delivered_amount, bag.in_line_ml, bag.in_line_amount, bag.left_in_bag_amount)
    assert figures == (1000, 15, 15, 15, 970)
    assert [(step.begins, step.ends, step.delivered_dose) for step in delivery.steps] == [(0, 60, 0), (60, 120, 15)]


def test_a_flush_gives_what_the_line_holds_at_the_last_rate():
    delivery = delivered(one_bag(10, 20, line=saline_line(15, end_flush=True)))
    assert delivery.nominal.breakpoints == ((0, 0), (60, 10), (120, 30), (165, 30))
    assert delivery.delivered.breakpoints == ((0, 0), (75, 0), (165, 30))
    assert [step.flush for step in delivery.steps] == [False, False, True]
    assert delivery.solutions[0].in_line_amount == 0


def test_steps_of_one_dose_rate_are_one_piece():
    pieces = delivered(one_bag(10, 10, 10)).nominal.pieces
    assert pieces == (Piece(begins=0, ends=180, dose_per_min=Fraction(1, 6), given_before=0),)


def test_a_prime_is_delivered_though_no_step_drew_it():
    bags = [Solution(number=n, volume_ml=Fraction(100), concentration=Fraction(n)) for n in (1, 2)]
    steps = [Step(solution=n, rate_ml_h=Fraction(60), volume_ml=Fraction(12)) for n in (1, 2)]
    asked = specification(solutions=bags, steps=steps, line=drug_line(10, per_solution=False))
    delivery = delivered(asked)
    assert delivery.nominal.breakpoints == ((0, 0), (12, 12), (24, 36))
    assert delivery.delivered.breakpoints == ((0, 0), (22, 22), (24, 26))
    assert [step.changes_bag for step in delivery.steps] == [False, True]
    assert [(bag.in_line_ml, bag.in_line_amount) for bag in delivery.solutions] == [(0, 0), (10, 20)]
    assert [bag.arrives_at for bag in delivery.solutions] == [0, 22]


def test_a_bag_that_no_step_uses_is_neither_hung_nor_arrives():
    spare = Solution(number=2, volume_ml=Fraction(50), concentration=Fraction(2))
    asked = one_bag(10)
    bag = delivered(replace(asked, solutions=(*asked.solutions, spare))).solutions[1]
    assert (bag.hung_at, bag.arrives_at, bag.left_in_bag_amount) == (None, None, 100)


def test_a_rate_that_rounds_to_nothing_only_takes_time():
    delivery = delivered(one_bag("0.04", 10, pump=pump(least="0")))
    assert delivery.nominal.breakpoints == delivery.delivered.breakpoints == ((0, 0), (60, 0), (120, 10))
    assert delivery.delivered.cumulative_at(Fraction(90)) == 5
