"""The intervals of one bag, reckoned by hand."""

from fractions import Fraction

import pytest

from protocols.engine.preparation import Measured, plan_preparation
from tests.protocols.engine.preparation.looking import bag
from tests.protocols.engine.preparation.samples import product, workshop
from tests.protocols.engine.preparation.schedules import schedule


def between(least, stated, greatest):
    """An interval from text."""
    return Measured(least=Fraction(least), stated=Fraction(stated), greatest=Fraction(greatest))


@pytest.fixture(scope="module")
def plan():
    """250 mL of 1 mg/mL from 50 mg/mL: 5 mL out, 5 mL in, both read to 0.1 mL; 200 mL are infused."""
    return plan_preparation(schedule(("1", 250, 200)), product("50"), workshop(stock=(250,)))


def test_the_volume_varies_with_both_withdrawals(plan):
    assert bag(plan, 1).volume_ml == between("249.8", "250", "250.2")


def test_the_amount_varies_with_what_is_added(plan):
    assert bag(plan, 1).amount == between("245", "250", "255")


def test_the_concentration_is_highest_where_most_is_added_and_most_was_removed(plan):
    assert bag(plan, 1).concentration == between("0.98", "1", "1.02")


def test_what_is_infused_varies_with_the_concentration(plan):
    assert plan.infused_amount == between("196", "200", "204")
    assert (plan.left_in_bags, plan.stock_amount) == (50, 250)


@pytest.mark.parametrize(("figure", "error"), [("4", "0.5"), ("5", "0.6"), ("2", "1.5")])
def test_the_error_is_the_share_by_which_the_farther_end_is_off(figure, error):
    assert between("2", "4", "5").error_from(Fraction(figure)) == Fraction(error)
