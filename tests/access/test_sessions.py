"""Walking the edges of the two limits of a session."""

import pytest

from desens.access.sessions import ended_because, worth_writing

IDLE, ABSOLUTE = 900, 43_200


def after(*, since_log_in: int, since_activity: int):
    return ended_because(
        began_s=0,
        active_s=since_log_in - since_activity,
        now_s=since_log_in,
        idle_s=IDLE,
        absolute_s=ABSOLUTE,
    )


@pytest.mark.parametrize(("idle", "end"), [(0, None), (IDLE - 1, None), (IDLE, "idle"), (IDLE + 1, "idle")])
def test_the_idle_limit(idle, end):
    assert after(since_log_in=10_000, since_activity=idle) == end


@pytest.mark.parametrize(("age", "end"), [(ABSOLUTE - 1, None), (ABSOLUTE, "absolute"), (ABSOLUTE + 1, "absolute")])
def test_the_absolute_limit_holds_for_the_busiest(age, end):
    assert after(since_log_in=age, since_activity=0) == end


def test_a_clock_set_back_ends_nothing():
    assert ended_because(began_s=500, active_s=500, now_s=400, idle_s=IDLE, absolute_s=ABSOLUTE) is None


@pytest.mark.parametrize(("since", "written"), [(0, False), (59, False), (60, True), (61, True)])
def test_activity_is_written_once_a_minute(since, written):
    assert worth_writing(active_s=1_000, now_s=1_000 + since) is written
