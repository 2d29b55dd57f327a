"""A cumulative dose that was computed from times which were corrected since: it is marked wherever it is shown."""

from fractions import Fraction

from django.utils.translation import gettext as _

from procedures.breakthroughs.course import Course
from procedures.breakthroughs.filling import kept
from procedures.models import Breakthrough


def is_outdated(row: Breakthrough, course: Course) -> bool:
    """Whether the times that stand give another dose than the row keeps; never of a dose that a person entered."""
    if not row.dose_computed or row.minute is None:
        return False
    now = course.delivered_at(Fraction(row.minute))
    return now is None or kept(now) != (row.dose_reached, row.dose_reached_unit)


def outdated_text() -> str:
    """What is said beside such a dose."""
    return _("These times were corrected since: open “Correct” and record the place anew.")
