"""Until when what was released is given."""

from datetime import date, timedelta

from protocols.engine import AnySchedule, DaysSchedule
from protocols.models import Release


def given_until(release: Release, schedule: AnySchedule) -> date | None:
    """The date it was released for, or the last day of its calendar; None where the last dose goes on every day."""
    if not isinstance(schedule, DaysSchedule):
        return release.planned_on
    return None if schedule.open_ended else release.planned_on + timedelta(days=schedule.days[-1].day - 1)


def has_passed(release: Release | None, schedule: AnySchedule, *, on: date) -> bool:
    """Whether the last day is over: it may not be given any more."""
    last = given_until(release, schedule) if release else None
    return last is not None and last < on
