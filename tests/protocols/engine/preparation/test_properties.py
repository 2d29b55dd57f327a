"""What holds for every plan: nothing is lost, intervals hold the truth, nothing is done before its time."""

from fractions import Fraction

from hypothesis import given

from protocols.engine.preparation import explain_action
from tests.protocols.engine.preparation.random_plans import PLANS, planned


@PLANS
@given(case=planned())
def test_what_was_put_in_is_infused_left_over_or_moved_on(case):
    asked, plan = case
    moved = dict.fromkeys([solution.number for solution in asked.solutions], Fraction(0))
    for action in plan.actions:
        if action.kind == "add" and action.source is not None:
            moved[action.source] += action.withdrawal.drawn_ml
    for bag in plan.bags:
        assert bag.moved_ml == moved[bag.number]
        assert bag.volume_ml.stated == bag.infused_ml + bag.moved_ml + bag.left_ml
        assert bag.amount.stated == bag.concentration.stated * bag.volume_ml.stated
    assert plan.stock_amount == plan.infused_amount.stated + plan.left_in_bags
    assert plan.stock_amount + plan.left_in_vials == sum(plan.vials)


@PLANS
@given(case=planned())
def test_every_bag_holds_what_the_schedule_needs(case):
    asked, plan = case
    assert {bag.number: bag.infused_ml for bag in plan.bags} == {
        solution.number: solution.infused_ml for solution in asked.solutions
    }
    assert all(bag.left_ml >= 0 for bag in plan.bags)


@PLANS
@given(case=planned())
def test_the_intervals_hold_both_the_schedules_figure_and_the_stated_one(case):
    asked, plan = case
    scheduled = {solution.number: solution.concentration for solution in asked.solutions}
    for bag in plan.bags:
        assert scheduled[bag.number] in bag.concentration
        for measured in (bag.volume_ml, bag.amount, bag.concentration):
            assert measured.stated in measured
    assert sum(bag.infused_ml * scheduled[bag.number] for bag in plan.bags) in plan.infused_amount


@PLANS
@given(case=planned())
def test_nothing_is_withdrawn_before_it_is_there_and_every_action_has_its_sentence(case):
    _asked, plan = case
    ready = set()
    for action in plan.actions:
        assert action.source is None or action.source in ready
        if action.kind == "label":
            ready.add(action.solution)
        assert explain_action(plan, action)
    assert ready == {bag.number for bag in plan.bags}
