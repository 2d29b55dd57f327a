"""Where nothing can be prepared, the finding says which withdrawal stands in the way."""

from dataclasses import replace
from fractions import Fraction

import pytest

from protocols.engine.preparation import NoPlan, Plan
from tests.protocols.engine.preparation.findings import found, sentence
from tests.protocols.engine.preparation.samples import SYRINGES


def test_a_withdrawal_too_small_from_the_stock_of_a_single_solution():
    planned, findings = found(("0.005", 250, 9), stock=(250, 1000))
    assert findings == [("blocker", "preparation-unmeasurable", "solution 1")]
    assert isinstance(planned, NoPlan)
    assert sentence(planned.findings[0]) == (
        "Solution 1 cannot be prepared: even for 1\u202f000 mL of it, 0.08333 mL of the product (60 mg/mL) would be "
        "withdrawn, and there is no stronger solution to take from. "
        "The syringes measure from 0.1 mL, the largest holds 50 mL."
    )


@pytest.mark.parametrize(("concentration", "stands"), [("0.006", True), ("0.0059999", False)])
def test_at_the_least_volume_of_the_syringe_it_can_be_prepared(concentration, stands):
    planned, _findings = found((concentration, 250, 9), stock=(1000,))
    assert isinstance(planned, Plan) is stands


def test_a_withdrawal_too_small_from_the_next_stronger_solution_too():
    planned, findings = found(("0.000001", 250, 9), ("2", 250, 20), stock=(250,))
    assert findings == [("blocker", "preparation-unmeasurable-serial", "solution 1")]
    assert "0.000004167 mL of the product (60 mg/mL) or 0.000125 mL of solution 2 would" in sentence(
        planned.findings[0]
    )


def test_a_bag_that_is_just_large_enough_is_not_what_stands_in_the_way():
    assert found(("0.005", 50, 50), stock=(50,))[1] == [("blocker", "preparation-unmeasurable", "solution 1")]


def test_a_solution_stronger_than_the_product():
    planned, findings = found(("60.001", 250, 9), ("60", 250, 9))
    assert findings == [("blocker", "preparation-too-strong", "solution 1")]
    assert sentence(planned.findings[0]).endswith("it is to hold 60 mg/mL, and the product holds 60 mg/mL.")


@pytest.mark.parametrize(("drawn", "stands"), [("1000", True), ("1000.1", False)])
def test_a_solution_larger_than_the_largest_bag(drawn, stands):
    planned, findings = found(("1", drawn, drawn))
    assert isinstance(planned, Plan) is stands
    assert stands or findings == [("blocker", "preparation-no-room", "solution 1")]


def test_a_stronger_bag_that_cannot_hold_what_the_weaker_takes():
    planned, findings = found(("0.01", 50, 10), ("1", 50, 50), strength="500", stock=(50,))
    assert findings == [("blocker", "preparation-no-room", "solution 2")]
    assert sentence(planned.findings[0]) == (
        "No bag holds enough of solution 2: its steps and line need 50 mL, besides what the weaker solutions take "
        "from it. The largest bag holds 50 mL."
    )


def test_a_removal_that_no_syringe_measures_stands_in_the_way():
    only = [SYRINGES[0]]
    assert isinstance(found(("1", 50, 50), stock=(50,), syringes=only)[0], Plan)
    gap = [replace(SYRINGES[4], least_ml=Fraction(50))]
    planned, findings = found(("30", 120, 120), stock=(150,), syringes=gap)
    assert isinstance(planned, NoPlan)
    assert findings == [("blocker", "preparation-unmeasurable", "solution 1")]


@pytest.mark.parametrize(("drawn", "stands"), [("99.5", False), ("99.01", False), ("99", True)])
def test_a_removal_may_not_leave_less_than_the_steps_need(drawn, stands):
    """In whole millilitres 10.5 mL of diluent are 11, and 99 mL remain."""
    whole = [replace(SYRINGES[4], least_ml=Fraction(1))]
    planned, _findings = found(
        ("1", "99.5", drawn), strength="9.95", stock=(100,), syringes=whole, discard_allowed=False
    )
    assert isinstance(planned, Plan) is stands


def test_every_solution_that_cannot_be_prepared_is_named():
    assert [where for _level, _code, where in found(("61", 50, 9), ("0.0001", 50, 9), ("70", 50, 9))[1]] == [
        "solution 1",
        "solution 2",
        "solution 3",
    ]
