"""The calendar of a stored version."""

from protocols.engine import DaysSchedule, IntervalSchedule
from protocols.models import Release
from protocols.oral.calendar import CalendarView
from protocols.oral.together import calendar_together
from protocols.version_document import VersionDocument


def calendar_of(document: VersionDocument, release: Release | None = None) -> CalendarView | None:
    """The stored calendar from its first day on, which is the date it was released for; None for an infusion."""
    schedule = document.schedule
    if not isinstance(schedule, DaysSchedule | IntervalSchedule):
        return None
    first_day = release.planned_on if release else document.orders.intended_on
    return calendar_together(schedule, document.others, first_day)
