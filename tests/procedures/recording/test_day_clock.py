"""A clock with its day: typed where a clock alone does not say it, shown again as it was typed."""

from datetime import date, datetime, time

import pytest
from django import forms
from django.utils import timezone

from procedures.recording.day_clock import DayClock, DayClockField, day_clock, on_next_day, which_day
from tests.procedures.recording.test_clocks import MADRID, at


@pytest.fixture(autouse=True)
def in_madrid():
    with timezone.override(MADRID):
        yield


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", None),
        ("1405", DayClock(time(14, 5))),
        ("00:20 +1", DayClock(time(0, 20), 1)),
        ("0020+1", DayClock(time(0, 20), 1)),
        ("2000 -1", DayClock(time(20, 0), -1)),
        ("8:05 +0", DayClock(time(8, 5), 0)),
        ("2359+2", DayClock(time(23, 59), 2)),
    ],
)
def test_what_is_read(typed, expected):
    assert DayClockField().clean(typed) == expected


@pytest.mark.parametrize(
    "typed", ["0020 +3", "0020 -2", "+1", "0020 1", "2560 +1", "0020 ++1", "0020 \u22121", "٠٠٢٠ +1"]
)
def test_what_is_refused(typed):
    with pytest.raises(forms.ValidationError):
        DayClockField().clean(typed)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [(at(20, 8, 5), "08:05"), (at(21, 0, 20), "00:20 +1"), (at(19, 22), "22:00 -1")],
)
def test_a_stored_moment_is_shown_as_it_would_be_typed(moment, expected):
    shown = DayClockField().prepare_value(day_clock(moment, date(2026, 11, 20)))
    assert shown == expected
    assert DayClockField().clean(shown) == day_clock(moment, date(2026, 11, 20))


def test_the_questions_name_what_to_type():
    day = date(2026, 11, 20)
    assert which_day(time(19, 0), date(2026, 11, 19), day) == (
        "Which day was it? Type 19:00 -1 for 2026-11-19, or 19:00 +0 for the day after."
    )
    assert on_next_day(time(7, 55), datetime(2026, 11, 20, 8, 0, tzinfo=MADRID), day) == (
        "This lies before 08:00. Check both times; if it was on the day after, type 07:55 +1."
    )
