"""Plans for published protocols, as README.md works them out on paper."""

from fractions import Fraction

import pytest

from protocols.engine.preparation import plan_preparation
from tests.protocols.engine.preparation.looking import bag, sources, taken, volumes
from tests.protocols.engine.preparation.samples import product, workshop
from tests.protocols.engine.preparation.schedules import published


def figures(*texts):
    return dict(enumerate(map(Fraction, texts), start=1))


@pytest.fixture(scope="module")
def atezolizumab():
    return plan_preparation(published("atezolizumab-16-step"), product("60", vials=("1200",)), workshop())


def test_atezolizumab_weak_bags_shrink_and_are_diluted_one_from_the_other(atezolizumab):
    assert taken(atezolizumab) == {4: 250, 3: 50, 2: 50, 1: 50}
    assert sources(atezolizumab) == {4: None, 3: None, 2: 3, 1: 2}
    assert volumes(atezolizumab, "add") == figures("5", "5", "0.4", "19.84")
    assert volumes(atezolizumab, "remove") == volumes(atezolizumab, "add")


def test_atezolizumab_bags_hold_what_they_should_within_their_graduations(atezolizumab):
    third = bag(atezolizumab, 3)
    assert (third.volume_ml.stated, third.amount.stated) == (50, 24)
    assert (third.concentration.least, third.concentration.greatest) == (
        Fraction("0.395") * 60 / (Fraction("49.605") + Fraction("0.395")),
        Fraction("0.405") * 60 / (Fraction("49.595") + Fraction("0.405")),
    )
    assert (third.infused_ml, third.moved_ml, third.left_ml) == (Fraction("18.75"), 5, Fraction("26.25"))
    assert all(one.scheduled_concentration in one.concentration for one in atezolizumab.bags)


def test_atezolizumab_vials_and_what_is_left_over(atezolizumab):
    assert atezolizumab.stock_ml == Fraction("20.24")
    assert atezolizumab.vials == (1200, 1200)
    assert atezolizumab.left_in_vials == 2400 - Fraction("1214.4")
    assert [action.vials for action in atezolizumab.actions if action.vials] == [(1,), (1, 2)]


def test_in_bags_of_250_ml_alone_only_the_weakest_is_diluted_from_another():
    plan = plan_preparation(published("atezolizumab-16-step"), product("60"), workshop(stock=(250,)))
    assert sources(plan) == {4: None, 3: None, 2: None, 1: 2}
    assert volumes(plan, "add") == figures("25", "0.2", "2", "19.84")
    assert bag(plan, 2).left_ml == 250 - 25 - Fraction("9.375")


def test_alemtuzumab_one_vial_serves_three_bags_to_the_last_drop():
    schedule = published("alemtuzumab-12-step-as-meant")
    plan = plan_preparation(schedule, product("10", vials=("12",), diluent_greatest_ml="100"), workshop())
    assert (plan.vials, plan.left_in_vials, plan.left_in_bags) == ((12,), 0, 0)
    assert sources(plan) == {3: None, 2: 3, 1: 2}
    assert volumes(plan, "add") == figures("1.11", "7.27", "1.2")
    assert plan.infused_amount.stated == 12
    assert plan.infused_amount.least < 12 < plan.infused_amount.greatest
