"""Minutes between times as they are recorded (safety.md H10)."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from protocols.engine.replay import minutes_after

START = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("seconds", "minutes"), [(0, 0), (60, 1), (90, "1.5"), (1, "1/60"), (0.25, "1/240"), (-120, -2)]
)
def test_minutes_are_exact(seconds, minutes):
    assert minutes_after(START, START + timedelta(seconds=seconds)) == Fraction(minutes)


def test_an_hour_that_comes_twice_counts_twice():
    before = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)
    after = datetime(2026, 10, 25, 2, 15, fold=1, tzinfo=BERLIN)
    assert minutes_after(before, after) == 45


def test_a_time_has_its_zone():
    for first, at in ((START, START.replace(tzinfo=None)), (START.replace(tzinfo=None), START)):
        with pytest.raises(ValueError, match="zone"):
            minutes_after(first, at)
