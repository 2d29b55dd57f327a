"""Days lie on the axis to scale, whatever its length."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.history.time_axis import MOST_TICKS, time_axis

day = st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31))


def percent(place: str) -> Fraction:
    assert place.endswith("%")
    return Fraction(place[:-1])


@given(day, day, day)
def test_the_order_of_days_is_kept_and_none_is_cut(one, other, third):
    first, middle, last = sorted((one, other, third))
    axis = time_axis(first, last)
    places = [percent(axis.place(each)) for each in (first, middle, last)]
    assert places == sorted(places)
    assert all(3 <= place <= 97 for place in places)
    assert 0 <= len(axis.ticks) <= MOST_TICKS + 1


def test_equal_days_apart_lie_equally_far_apart():
    axis = time_axis(date(2026, 1, 1), date(2026, 12, 31))
    places = [percent(axis.place(date(2026, month, 1))) for month in (1, 7, 12)]
    assert abs((places[1] - places[0]) / (places[2] - places[0]) - Fraction(181, 334)) < Fraction(1, 1000)


@pytest.mark.parametrize(
    ("first", "last", "texts"),
    [
        (date(2026, 8, 20), date(2026, 10, 2), ["2026-08", "2026-09", "2026-10"]),
        (date(2026, 8, 20), date(2026, 8, 20), ["2026-08"]),
        (date(2025, 11, 20), date(2026, 10, 2), ["2026-01", "2026-04", "2026-07", "2026-10"]),
        (date(2016, 10, 11), date(2026, 7, 21), ["2018", "2020", "2022", "2024", "2026"]),
    ],
)
def test_it_is_marked_at_months_or_years(first, last, texts):
    assert [text for _place, text in time_axis(first, last).ticks] == texts
