"""Times typed as a clock: which day each is on follows from the time before it, so that midnight asks nothing."""

from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone

from reactions.recording.times import at_clock

#: No step of the library and no pause is as long; a clock that lies further back was typed wrong.
HALF_DAY = timedelta(hours=12)


class SkippedError(ValueError):
    """The clock skips this time on that day."""


def moment(day: date, clock: time, *, fold: int = 0) -> datetime:
    """The moment of a wall clock; SkippedError where the clock is put forward over it. `fold` 1: the repeated hour.

    In UTC: Python compares and adds times of one zone as they are shown, an hour wrong across a change of the clock.
    """
    try:
        return at_clock(day, clock, timezone.get_current_timezone()).replace(fold=fold).astimezone(UTC)
    except (ValueError, OverflowError):
        raise SkippedError from None


def following(before: datetime, clock: time) -> datetime:
    """The next moment of the clock after another; on the same day where it would be more than half a day later.

    Of an hour that the clock repeats, the one that follows. Raises SkippedError.
    """
    local = timezone.localtime(before)
    same = moment(local.date(), clock)
    if same >= before:
        return same
    repeated = moment(local.date(), clock, fold=1)
    if repeated >= before:
        return repeated
    tomorrow = moment(local.date() + timedelta(days=1), clock)
    return tomorrow if tomorrow - before <= HALF_DAY else same


def preceding(after: datetime, clock: time) -> datetime:
    """A moment near another, mostly before it: the evening before where it would be half a day later."""
    local = timezone.localtime(after)
    same = moment(local.date(), clock)
    return moment(local.date() - timedelta(days=1), clock) if same - after > HALF_DAY else same
