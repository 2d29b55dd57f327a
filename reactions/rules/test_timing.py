"""When skin tests may be done after a reaction (clinical.md 0 and 4.2).

Source: platinums 2 to 4 weeks refractory period, earlier than 14 days a negative is unreliable; ENDA: 4 weeks to
6 months; beta-lactams at least 1 month after resolution (PMC7304290 and the literature). A negative of years later is
weak: more than 365 days, as `skin_tests` counts it.
"""

from fractions import Fraction
from typing import Literal

from reactions.rules.skin_tests import EARLIEST_DAYS, WEAK_AFTER_DAYS

FOUR_WEEKS_DAYS = Fraction(28)
Timing = Literal["before-reaction", "too-early", "two-to-four-weeks", "usual", "late"]


def test_timing(days_after_reaction: Fraction) -> Timing:
    """What the days between reaction and test mean; both bounds of two to four weeks are within them."""
    if days_after_reaction < 0:
        return "before-reaction"
    if days_after_reaction < EARLIEST_DAYS:
        return "too-early"
    if days_after_reaction < FOUR_WEEKS_DAYS:
        return "two-to-four-weeks"
    return "late" if days_after_reaction > WEAK_AFTER_DAYS else "usual"
