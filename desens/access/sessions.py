"""When a session has lasted long enough: pure arithmetic on seconds since 1970, UTC."""

from typing import Literal

ActivityEnd = Literal["idle", "absolute"]

WRITE_EVERY_S = 60


def ended_because(*, began_s: int, active_s: int, now_s: int, idle_s: int, absolute_s: int) -> ActivityEnd | None:
    """Why the session is over, or None. A limit is reached at its very second."""
    if now_s - began_s >= absolute_s:
        return "absolute"
    if now_s - active_s >= idle_s:
        return "idle"
    return None


def worth_writing(*, active_s: int, now_s: int) -> bool:
    """Whether the last activity is old enough to be written again: at most once a minute."""
    return now_s - active_s >= WRITE_EVERY_S
