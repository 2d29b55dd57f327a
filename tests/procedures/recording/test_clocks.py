"""Clocks become moments: midnight asks nothing, a slip of the keys is not taken for the next day."""

from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from procedures.recording.clocks import AmbiguousError, SkippedError, following, moment, preceding
from procedures.rules.as_planned import ends_at

MADRID = ZoneInfo("Europe/Madrid")


@pytest.fixture(autouse=True)
def in_madrid():
    with timezone.override(MADRID):
        yield


def at(day, hour, minute=0, fold=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=MADRID, fold=fold)


@pytest.mark.parametrize(
    ("before", "clock", "expected"),
    [
        (at(20, 8), time(8, 0), at(20, 8)),
        (at(20, 8), time(14, 5), at(20, 14, 5)),
        (at(20, 23, 30), time(0, 15), at(21, 0, 15)),
        (at(20, 13, 0), time(1, 0), at(21, 1, 0)),
    ],
)
def test_the_next_moment_of_a_clock(before, clock, expected):
    assert following(before, clock) == expected


@pytest.mark.parametrize(("before", "clock"), [(at(20, 12, 59), time(1, 0)), (at(20, 8, 45), time(8, 30))])
def test_a_clock_that_goes_back_by_less_than_half_a_day_is_not_guessed(before, clock):
    with pytest.raises(AmbiguousError) as either:
        following(before, clock)
    assert either.value.first == date(2026, 11, 20)


def test_as_far_as_the_plan_reaches_it_was_on_the_next_day():
    assert following(at(20, 8), time(3, 0), until=at(21, 3)) == at(21, 3)
    with pytest.raises(AmbiguousError):
        following(at(20, 8), time(3, 1), until=at(21, 3))


def test_in_the_hour_that_is_repeated_the_second_one_follows():
    first = datetime(2026, 10, 25, 2, 40, tzinfo=MADRID)
    assert following(first, time(2, 10)) == datetime(2026, 10, 25, 1, 10, tzinfo=UTC)
    assert following(first.replace(fold=1), time(2, 45)) == datetime(2026, 10, 25, 1, 45, tzinfo=UTC)


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_a_planned_step_across_the_change_of_the_clock_lasts_as_long_as_planned(day):
    begins = moment(day, time(1, 30))
    assert ends_at(begins, Fraction(90)).astimezone(UTC) - begins.astimezone(UTC) == timedelta(minutes=90)


def test_an_hour_that_is_skipped_is_refused():
    with pytest.raises(SkippedError):
        moment(date(2026, 3, 29), time(2, 30))


@pytest.mark.parametrize(
    ("after", "clock", "expected"),
    [
        (at(20, 8), time(7, 30), at(20, 7, 30)),
        (at(20, 8), time(22, 0), at(19, 22, 0)),
        (at(20, 8), time(20, 0), at(19, 20, 0)),
        (at(20, 8), time(14, 0), at(20, 14, 0)),
        (at(20, 23, 30), time(0, 10), at(21, 0, 10)),
        (at(20, 23, 30), time(11, 30), at(20, 11, 30)),
    ],
)
def test_a_moment_before(after, clock, expected):
    assert preceding(after, clock) == expected


@pytest.mark.parametrize(
    ("after", "clock", "first"),
    [
        (at(20, 8), time(14, 1), date(2026, 11, 19)),
        (at(20, 8), time(19, 59), date(2026, 11, 19)),
        (at(20, 23, 30), time(11, 29), date(2026, 11, 20)),
        (at(20, 23, 30), time(5, 31), date(2026, 11, 20)),
    ],
)
def test_premedication_on_either_of_two_days_is_not_guessed(after, clock, first):
    with pytest.raises(AmbiguousError) as either:
        preceding(after, clock)
    assert either.value.first == first
