"""Everything is drawn to whole graduations, and however they are read the bag is within its interval."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.protocols.engine.preparation.random_plans import PLANS, planned
from tests.protocols.engine.preparation.samples import SYRINGES


@PLANS
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


@PLANS
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
