"""The 2-to-4-week rule at its edges."""

from fractions import Fraction

import pytest

from reactions.rules import test_timing


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-1, "before-reaction"),
        (0, "too-early"),
        (13, "too-early"),
        (14, "two-to-four-weeks"),
        (27, "two-to-four-weeks"),
        (28, "usual"),
        (365, "usual"),
        (366, "late"),
    ],
)
def test_days_between_reaction_and_test(days, said):
    assert test_timing.test_timing(Fraction(days)) == said
