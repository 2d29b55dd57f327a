"""What holds for every plan: nothing is lost, intervals hold the truth, everything is drawn to whole graduations."""

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from protocols.engine.preparation import NoPlan, explain_action, plan_preparation
from tests.protocols.engine.preparation.samples import SYRINGES, product, schedule, workshop

hundredths = st.integers(1, 30_000).map(lambda hundredths: Fraction(hundredths, 100))
shares = st.fractions(min_value=Fraction(1, 100), max_value=1, max_denominator=100)


@st.composite
def planned(draw):
    """A plan of the default syringes and bags with its schedule."""
    strength = draw(st.sampled_from([Fraction(1), Fraction(10), Fraction(60), Fraction(20, 3)]))
    solutions = []
    for _ in range(draw(st.integers(1, 4))):
        scheduled = draw(hundredths)
        ratio = draw(st.sampled_from([1, Fraction(12, 10), 3, 10, 100, 1_000, 10_000]))
        solutions.append((strength / ratio, scheduled, scheduled * draw(shares)))
    asked = schedule(*solutions)
    options = {"overfill": draw(st.sampled_from([None, 0, 15])), "discard_allowed": draw(st.booleans())}
    plan = plan_preparation(asked, product(strength, vials=(7, 50)), workshop(**options))
    assume(not isinstance(plan, NoPlan))
    return asked, plan


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


@given(case=planned())
def test_every_bag_holds_what_the_schedule_needs(case):
    asked, plan = case
    assert {bag.number: bag.infused_ml for bag in plan.bags} == {
        solution.number: solution.infused_ml for solution in asked.solutions
    }
    assert all(bag.left_ml >= 0 for bag in plan.bags)


@given(case=planned())
def test_the_intervals_hold_both_the_schedules_figure_and_the_stated_one(case):
    asked, plan = case
    scheduled = {solution.number: solution.concentration for solution in asked.solutions}
    for bag in plan.bags:
        assert scheduled[bag.number] in bag.concentration
        for measured in (bag.volume_ml, bag.amount, bag.concentration):
            assert measured.stated in measured
    assert sum(bag.infused_ml * scheduled[bag.number] for bag in plan.bags) in plan.infused_amount


@given(case=planned())
def test_every_withdrawal_is_measurable_and_in_whole_graduations(case):
    _asked, plan = case
    for withdrawal in (action.withdrawal for action in plan.actions if action.withdrawal):
        for draw in withdrawal.draws:
            assert draw.syringe in SYRINGES
            assert draw.syringe.least_ml <= draw.volume_ml <= draw.syringe.volume_ml
            assert (draw.volume_ml / draw.syringe.graduation_ml).denominator == 1
        assert abs(withdrawal.rounding_ml) <= min(draw.syringe.graduation_ml for draw in withdrawal.draws) / 2
        assert withdrawal.asked_ml in withdrawal.volume_ml


@given(case=planned(), data=st.data())
def test_whatever_the_syringes_really_held_the_bag_is_within_its_interval(case, data):
    """The work done once more with every reading anywhere within its half graduation."""
    _asked, plan = case
    held = {None: plan.product.strength}
    for number in dict.fromkeys(action.solution for action in plan.actions):
        take, remove, add = (
            next(action for action in plan.actions if action.solution == number and action.kind == kind)
            for kind in ("take", "remove", "add")
        )
        removed, added = (_really(action.withdrawal, data) for action in (remove, add))
        diluent = max(take.bag.content_ml - removed, Fraction(0))
        amount = added * held[add.source]
        held[number] = amount / (diluent + added)
        bag = next(bag for bag in plan.bags if bag.number == number)
        assert diluent + added in bag.volume_ml
        assert amount in bag.amount
        assert held[number] in bag.concentration


def _really(withdrawal, data):
    share = data.draw(st.sampled_from([-1, -Fraction(1, 3), 0, Fraction(1, 2), 1]))
    return withdrawal.drawn_ml + share * withdrawal.reading_ml


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
