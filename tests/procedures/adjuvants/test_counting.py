"""Days before the next desensitization: counted where both days are known, never guessed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures.adjuvants.counting import Before, KnownDay, before_next

DAY = date(2026, 6, 15)


def on(days: int) -> KnownDay:
    """A day known exactly, so many days after DAY."""
    return KnownDay(first=DAY + timedelta(days=days), last=DAY + timedelta(days=days))


def between(first: int, last: int) -> KnownDay:
    """A day that lies somewhere in between."""
    return KnownDay(first=DAY + timedelta(days=first), last=DAY + timedelta(days=last))


@pytest.mark.parametrize(
    ("dose", "procedures", "expected"),
    [
        (on(0), [on(14)], Before(days=14)),
        (on(0), [on(0), on(14)], Before(days=0)),
        (on(0), [on(-7), on(28), on(14)], Before(days=14)),
        (on(0), [], Before(why="none-after")),
        (on(0), [on(-1)], Before(why="none-after")),
        (on(0), [between(-40, -10)], Before(why="none-after")),
        (between(-14, 15), [on(20)], Before(why="dose-day")),
        (between(-14, 15), [on(-20)], Before(why="none-after")),
        (on(0), [between(-14, 15)], Before(why="next-day")),
        (on(0), [between(-14, 15), on(20)], Before(why="next-day")),
        (on(0), [between(16, 45), on(14)], Before(days=14)),
        (on(0), [between(-45, -16), on(14)], Before(days=14)),
    ],
)
def test_the_next_one_counts(dose, procedures, expected):
    assert before_next(dose, procedures) == expected


@given(st.lists(st.integers(-400, 400), max_size=8))
def test_with_all_days_known_it_is_the_nearest_not_before(days):
    later = [count for count in days if count >= 0]
    expected = Before(days=min(later)) if later else Before(why="none-after")
    assert before_next(on(0), map(on, days)) == expected
