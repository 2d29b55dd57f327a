"""Days lie on the axis to scale, whatever its length; a long time without anything is cut out of it and said."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.history.time_axis import MOST_TICKS, percent, time_axis
from review.history.time_parts import BREAK, LONG, MARGIN, MOST_BREAKS, WHOLE

day = st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31))
WEEKLY = [date(2024, 2, 1) + timedelta(days=21 * number) for number in range(8)]


@given(st.lists(day, min_size=1, max_size=8))
def test_the_order_of_days_is_kept_and_none_is_cut(days):
    axis = time_axis(days)
    places = [axis.place(each) for each in sorted(days)]
    assert places == sorted(places)
    assert all(MARGIN <= place <= WHOLE - MARGIN for place in places)
    assert len(axis.ticks) <= MOST_TICKS + 1 + 2 * len(axis.breaks)
    assert all(MARGIN <= place <= WHOLE - MARGIN for place in (tick.at for tick in axis.ticks))


@given(st.lists(day, min_size=1, max_size=8))
def test_only_a_long_time_is_cut_out_and_what_is_left_has_one_scale(days):
    axis = time_axis(days)
    ordered = sorted(set(days))
    gaps = {(one, other): other - one for one, other in pairwise(ordered)}
    cut = {(each.after, each.before) for each in axis.breaks}
    assert cut <= set(gaps)
    assert len(cut) <= MOST_BREAKS
    assert all(gaps[each] > LONG for each in cut)
    assert len(axis.stretches) == len(cut) + 1
    for (one, other), gap in gaps.items():
        apart = axis.place(other) - axis.place(one)
        if (one, other) in cut:
            assert apart >= BREAK
        else:
            assert abs(apart - Fraction(axis.room * gap.days, axis.days)) < 1
    for each in axis.breaks:
        assert axis.place(each.after) < each.at < axis.place(each.before)


@given(st.lists(day, min_size=1, max_size=8))
def test_no_mark_is_cut_or_hides_another(days):
    ticks = time_axis(days).ticks
    spans = [(tick.at - tick.width, tick.at) if tick.before else (tick.at, tick.at + tick.width) for tick in ticks]
    assert ticks
    assert all(begin >= 0 and end <= WHOLE for begin, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_equal_days_apart_lie_equally_far_apart():
    axis = time_axis([date(2026, 1, 1), date(2026, 12, 31)])
    places = [axis.place(date(2026, month, 1)) for month in (1, 7, 12)]
    assert abs(Fraction(places[1] - places[0], places[2] - places[0]) - Fraction(181, 334)) < Fraction(1, 1000)


@pytest.mark.parametrize(
    ("first", "last", "texts"),
    [
        (date(2026, 8, 20), date(2026, 10, 2), ["2026-08", "2026-09", "2026-10"]),
        (date(2026, 8, 20), date(2026, 8, 20), ["2026-08"]),
        (date(2025, 11, 20), date(2026, 10, 2), ["2026-01", "2026-04", "2026-07"]),
        (date(2016, 10, 11), date(2026, 7, 21), ["2018", "2020", "2022", "2024"]),
    ],
)
def test_it_is_marked_at_months_or_years(first, last, texts):
    assert [tick.text for tick in time_axis([first, last]).ticks] == texts


def test_a_course_long_after_an_old_reaction_keeps_most_of_the_width():
    axis = time_axis([date(2008, 5, 3), *WEEKLY])
    assert [(each.after, each.before) for each in axis.breaks] == [(date(2008, 5, 3), date(2024, 2, 1))]
    assert axis.place(WEEKLY[-1]) - axis.place(WEEKLY[0]) > WHOLE // 2
    assert [tick.text for tick in axis.ticks] == ["2008-05", "2024-03", "2024-05"]


@pytest.mark.parametrize(
    "days",
    [
        [date(2008, 5, 3), date(2024, 2, 1)],
        [date(2023, 6, 1), *WEEKLY],
        [date(2014, 1, 1) + timedelta(days=90 * number) for number in range(40)],
        [date(2014, 1, 1), date(2015, 1, 1), date(2016, 12, 1), date(2018, 1, 1), date(2019, 6, 1), date(2021, 1, 1)],
    ],
)
def test_what_is_readable_is_not_broken(days):
    assert time_axis(days).breaks == ()


def test_no_more_than_two_breaks():
    years = [date(year, 1, 1) for year in (1960, 1990, 2010, 2020)]
    assert len(time_axis([*years, date(2020, 3, 1)]).breaks) == MOST_BREAKS


def test_places_are_written_as_percent():
    assert [percent(at) for at in (300, 3752, 10_000)] == ["3.00%", "37.52%", "100.00%"]
