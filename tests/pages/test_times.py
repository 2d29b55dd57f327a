"""Times around the change of the clock (safety.md H10)."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from desens.pages.times import date_text, local_text

MADRID = ZoneInfo("Europe/Madrid")


@pytest.mark.parametrize(
    ("utc", "shown"),
    [
        ((2026, 11, 20, 13, 5), "2026-11-20 14:05"),
        ((2026, 10, 24, 23, 59), "2026-10-25 01:59"),
        ((2026, 10, 25, 0, 0), "2026-10-25 02:00 (UTC+02:00)"),
        ((2026, 10, 25, 0, 59), "2026-10-25 02:59 (UTC+02:00)"),
        ((2026, 10, 25, 1, 0), "2026-10-25 02:00 (UTC+01:00)"),
        ((2026, 10, 25, 1, 59), "2026-10-25 02:59 (UTC+01:00)"),
        ((2026, 10, 25, 2, 0), "2026-10-25 03:00"),
        ((2026, 3, 29, 0, 59), "2026-03-29 01:59"),
        ((2026, 3, 29, 1, 0), "2026-03-29 03:00"),
    ],
)
def test_the_repeated_hour_shows_its_offset(utc, shown):
    assert local_text(datetime(*utc, tzinfo=UTC), MADRID) == shown


def test_a_zone_behind_utc_shows_its_sign():
    moment = datetime(2026, 11, 1, 6, 30, tzinfo=UTC)
    assert local_text(moment, ZoneInfo("America/New_York")) == "2026-11-01 01:30 (UTC-05:00)"


def test_a_naive_moment_is_refused():
    with pytest.raises(ValueError, match="aware"):
        local_text(datetime(2026, 11, 20, 14, 5), MADRID)


@given(minutes=st.integers(min_value=0, max_value=366 * 24 * 60))
def test_two_moments_a_minute_or_more_apart_never_look_the_same(minutes):
    moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    for apart in (1, 59, 60, 61):
        assert local_text(moment, MADRID) != local_text(moment + timedelta(minutes=apart), MADRID)


def test_a_date_is_written_year_first():
    assert date_text(date(2026, 1, 2)) == "2026-01-02"


def test_the_tags_write_for_people_and_machines(settings):
    settings.TIME_ZONE = "Europe/Madrid"
    shown = Template("{% load desens %}{% local_time at %}|{% iso_date day %}|{% iso_date none %}").render(
        Context({"at": datetime(2026, 11, 20, 13, 5, tzinfo=UTC), "day": date(1962, 4, 3), "none": None})
    )
    assert ">2026-11-20 14:05</time>" in shown
    assert 'datetime="2026-11-20T13:05:00+00:00"' in shown
    assert shown.endswith(">1962-04-03</time>|not recorded")
