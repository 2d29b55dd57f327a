"""Plans of random schedules with the default syringes and bags."""

from fractions import Fraction

from hypothesis import assume, settings
from hypothesis import strategies as st

from protocols.engine.preparation import NoPlan, plan_preparation
from tests.protocols.engine.preparation.samples import product, workshop
from tests.protocols.engine.preparation.schedules import schedule

hundredths = st.integers(1, 30_000).map(lambda hundredths: Fraction(hundredths, 100))
shares = st.fractions(min_value=Fraction(1, 100), max_value=1, max_denominator=100)


#: A plan is up to four bags and dozens of withdrawals, 50 ms: 50 in the dev profile, 500 in ci, 25,000 in nightly.
PLANS = settings(max_examples=max(50, settings.default.max_examples // 4))


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
