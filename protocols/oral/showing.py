"""The calendar of a stored version."""

from protocols.engine import DaysSchedule, IntervalSchedule
from protocols.oral.calendar import CalendarView
from protocols.oral.together import calendar_together
from protocols.version_document import VersionDocument


def calendar_of(document: VersionDocument) -> CalendarView | None:
    """The stored calendar from its first day on; None where the version is an infusion."""
    schedule = document.schedule
    if not isinstance(schedule, DaysSchedule | IntervalSchedule):
        return None
    return calendar_together(schedule, document.others, document.orders.intended_on)
