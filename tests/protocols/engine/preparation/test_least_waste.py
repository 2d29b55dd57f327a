"""No plan of the allowed kind wastes less: the planner against an exhaustive search that shares no code with it."""

from fractions import Fraction
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from protocols.engine.preparation import NoPlan, plan_preparation
from protocols.engine.preparation.vials import opened_vials
from tests.protocols.engine.preparation import exhaustive
from tests.protocols.engine.preparation.looking import taken
from tests.protocols.engine.preparation.samples import product, syringe, workshop
from tests.protocols.engine.preparation.schedules import schedule

SETS = [
    (("1", "0.01", "0.1"), ("10", "0.5", "2"), ("50", "1", "10")),
    (("1", "0.01", "0.1"), ("5", "0.2", "1"), ("20", "1", "4")),
    (("2", "0.1", "0.5"), ("30", "0.7", "12")),
    (("10", "0.5", "6"),),
]
tenths = st.integers(1, 600).map(lambda tenths: Fraction(tenths, 10))


@st.composite
def small_cases(draw):
    """One to three solutions, each stronger than the one before, two or three bags, one to three syringes."""
    ratios = draw(st.lists(st.sampled_from([2, 3, 10, 50, 100]), min_size=1, max_size=3))
    strength = Fraction(draw(st.sampled_from([5, 10, 60])))
    concentrations = reversed(list(accumulate((Fraction(1, ratio) for ratio in ratios), lambda a, b: a * b)))
    solutions = []
    for concentration in concentrations:
        scheduled = draw(tenths)
        infused = draw(st.sampled_from([scheduled, scheduled / 2, scheduled / 10]))
        solutions.append((concentration * strength, scheduled, infused))
    return solutions, strength, draw(st.sampled_from(SETS)), draw(st.sampled_from([(50, 100), (20, 50, 250), (60,)]))


@given(case=small_cases())
def test_no_plan_wastes_less(case):
    solutions, strength, syringes, bags = case
    plan = plan_preparation(
        schedule(*solutions),
        product(strength, vials=(7, 30)),
        workshop(syringes=[syringe(*figures) for figures in syringes], stock=bags),
    )
    figures = tuple(tuple(map(Fraction, texts)) for texts in syringes)
    costs = exhaustive.plans(solutions, strength, figures, [Fraction(bag) for bag in bags])
    if not costs:
        assert isinstance(plan, NoPlan)
        return
    draws = sum(len(action.withdrawal.draws) for action in plan.actions if action.withdrawal)
    assert (plan.stock_ml, sum(taken(plan).values()), draws) == min(costs)
    assert all(sum(opened_vials(stock * strength, (7, 30))) >= sum(plan.vials) for stock, _bags, _draws in costs)


def test_the_search_finds_what_is_plain_to_see():
    figures = ((Fraction(1), Fraction("0.01"), Fraction("0.1")),)
    solution, bags = (Fraction(1), Fraction(50), Fraction(9)), [Fraction(20), Fraction(50)]
    one = exhaustive.plans([solution], Fraction(100), figures, bags)
    assert sorted(one) == [(Fraction("0.2"), 20, 2), (Fraction("0.5"), 50, 2)]
