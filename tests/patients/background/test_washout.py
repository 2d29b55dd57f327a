"""Washouts at their edges (clinical.md 4.3): the day before, at, the day after; what is missing is said."""

from datetime import date

import pytest

from patients.rules.washout import CannotCompute, Enough, StillTaken, TooShort, washout

LAST = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        (date(2026, 10, 31), TooShort(days=-1, needed_days=7, possible_from=date(2026, 11, 8))),
        (date(2026, 11, 1), TooShort(days=0, needed_days=7, possible_from=date(2026, 11, 8))),
        (date(2026, 11, 7), TooShort(days=6, needed_days=7, possible_from=date(2026, 11, 8))),
        (date(2026, 11, 8), Enough(days=7, needed_days=7)),
        (date(2026, 11, 9), Enough(days=8, needed_days=7)),
    ],
)
def test_the_longer_number_of_days_counts_from_the_last_intake(on, outcome):
    assert washout(days=(3, 7), last_intake=LAST, ongoing=False, on=on) == outcome
    assert washout(days=(7, 3), last_intake=LAST, ongoing=False, on=on) == outcome


def test_a_month_and_a_leap_day_are_counted_by_the_calendar():
    outcome = washout(days=(14, 21), last_intake=date(2028, 2, 20), ongoing=False, on=date(2028, 3, 11))
    assert outcome == TooShort(days=20, needed_days=21, possible_from=date(2028, 3, 12))


def test_what_is_still_taken_is_too_short_without_an_end():
    assert washout(days=(3, 7), last_intake=None, ongoing=True, on=LAST) == StillTaken(needed_days=7)
    assert washout(days=(3, 7), last_intake=LAST, ongoing=True, on=date(2027, 1, 1)) == StillTaken(needed_days=7)


def test_what_is_missing_is_said_and_never_a_verdict():
    assert washout(days=(3, 7), last_intake=None, ongoing=False, on=LAST) == CannotCompute(missing="last intake")
    for last_intake in (None, LAST):
        outcome = washout(days=(), last_intake=last_intake, ongoing=False, on=date(2027, 1, 1))
        assert outcome == CannotCompute(missing="number of days")
