"""Times typed as a clock: which day each is on follows from the time before it, so that midnight asks nothing.

Where it does not follow nothing is guessed: AmbiguousError, and the person types the day with it (day_clock.py).
"""

from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone

from reactions.recording.times import at_clock

#: A clock that goes back by more than half a day was on the next one; by less it may be a slip of the keys.
HALF_DAY = timedelta(hours=12)
#: Premedication is counted from the evening before; what lies so soon after the start was given after it.
SOON_AFTER = timedelta(hours=6)


class SkippedError(ValueError):
    """The clock skips this time on that day."""


class AmbiguousError(ValueError):
    """The clock may be on either of two days, `first` and the one after."""

    def __init__(self, first: date) -> None:
        super().__init__("ambiguous")
        self.first = first


def moment(day: date, clock: time, *, fold: int = 0) -> datetime:
    """The moment of a wall clock; SkippedError where the clock is put forward over it. `fold` 1: the repeated hour.

    In UTC: Python compares and adds times of one zone as they are shown, an hour wrong across a change of the clock.
    """
    try:
        return at_clock(day, clock, timezone.get_current_timezone()).replace(fold=fold).astimezone(UTC)
    except (ValueError, OverflowError):
        raise SkippedError from None


def following(before: datetime, clock: time, *, until: datetime | None = None) -> datetime:
    """The next moment of the clock after another, of an hour that the clock repeats the one that follows.

    On the next day only where that is at most half a day later, or not after `until`, which is as far as the plan
    and the noted times reach. Raises AmbiguousError, SkippedError.
    """
    local = timezone.localtime(before)
    same = on_day(local.date(), clock, not_before=before)
    if same >= before:
        return same
    tomorrow = moment(local.date() + timedelta(days=1), clock)
    if tomorrow - before <= HALF_DAY or (until is not None and tomorrow <= until):
        return tomorrow
    raise AmbiguousError(local.date())


def on_day(day: date, clock: time, *, not_before: datetime | None) -> datetime:
    """The moment of a clock on a day; of an hour that is repeated the second where the first is too early."""
    first = moment(day, clock)
    return moment(day, clock, fold=1) if not_before is not None and first < not_before else first


def preceding(after: datetime, clock: time) -> datetime:
    """A moment around another: up to half a day before it, or soon after it. Raises AmbiguousError, SkippedError."""
    day = timezone.localtime(after).date()
    found = moment(day, clock)
    if found - after >= HALF_DAY or after - found > HALF_DAY + SOON_AFTER:
        found = moment(day + timedelta(days=-1 if found > after else 1), clock)
    if found - after > SOON_AFTER or after - found > HALF_DAY:
        raise AmbiguousError(day + timedelta(days=-1) if found > after else day)
    return found
