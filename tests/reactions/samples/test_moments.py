"""The clock of a sample: read strictly, and never guessed where the hour comes twice or not at all."""

from datetime import UTC, date

import pytest

from reactions.samples.moments import ClockError, moment_of, offset_text, start_of_day
from tests.reactions.samples.records import ZONE

DAY, AUTUMN, SPRING = date(2026, 11, 2), date(2026, 10, 25), date(2026, 3, 29)


@pytest.mark.parametrize(
    ("day", "clock", "utc"),
    [
        (DAY, "11:05", "2026-11-02T10:05"),
        (DAY, "1105", "2026-11-02T10:05"),
        (DAY, "9:05", "2026-11-02T08:05"),
        (DAY, "11:05+01:00", "2026-11-02T10:05"),
        (AUTUMN, "02:30+02:00", "2026-10-25T00:30"),
        (AUTUMN, "02:30 (UTC+01:00)", "2026-10-25T01:30"),
        (AUTUMN, "03:00", "2026-10-25T02:00"),
        (SPRING, "01:59", "2026-03-29T00:59"),
        (SPRING, "03:00", "2026-03-29T01:00"),
    ],
)
def test_a_wall_clock_is_one_moment(day, clock, utc):
    assert f"{moment_of(day, clock, ZONE).astimezone(UTC):%Y-%m-%dT%H:%M}" == utc


@pytest.mark.parametrize(
    ("day", "clock", "code", "offsets"),
    [
        (DAY, "", "not_a_clock", ()),
        (DAY, "24:00", "not_a_clock", ()),
        (DAY, "11:60", "not_a_clock", ()),
        (DAY, "11.05", "not_a_clock", ()),
        (DAY, "11:05 pm", "not_a_clock", ()),
        (SPRING, "02:00", "skipped", ()),
        (SPRING, "02:59", "skipped", ()),
        (AUTUMN, "02:30", "repeated", ("+02:00", "+01:00")),
        (AUTUMN, "02:00+03:00", "other_offset", ("+02:00", "+01:00")),
        (DAY, "11:05+02:00", "other_offset", ("+01:00",)),
    ],
)
def test_what_is_no_moment_is_refused(day, clock, code, offsets):
    with pytest.raises(ClockError) as refused:
        moment_of(day, clock, ZONE)
    assert (refused.value.code, refused.value.offsets) == (code, offsets)


def test_a_day_begins_at_midnight():
    begins = start_of_day(DAY, ZONE)
    assert (begins.isoformat(), offset_text(begins)) == ("2026-11-02T00:00:00+01:00", "+01:00")
