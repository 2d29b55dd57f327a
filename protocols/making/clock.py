"""The stability clock in words, as it stands when the page is made."""

from datetime import datetime, timedelta

from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from desens.numbers.sentences import kept_together
from desens.pages.times import local_text

MINUTE = timedelta(minutes=1)


def clock_words(use_by: datetime, *, at: datetime) -> str:
    """`use by 2026-11-24 14:05; 3 h 20 min left`, or since when they may not be used any more."""
    when = {"when": kept_together(local_text(use_by, get_current_timezone()))}
    if at >= use_by:
        return _("use-by time passed: %(when)s, %(time)s ago") % {**when, "time": duration(at - use_by)}
    return _("use by %(when)s; %(time)s left") % {**when, "time": duration(use_by - at)}


def duration(span: timedelta) -> str:
    """Whole minutes, rounded down: `3 h 20 min`, `20 min`, `2 d 4 h`."""
    hours, minutes = divmod(span // MINUTE, 60)
    days, rest = divmod(hours, 24)
    if days > 1:
        return kept_together(_("%(days)s d %(hours)s h") % {"days": days, "hours": rest})
    if hours:
        return kept_together(_("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": minutes})
    return kept_together(_("%(minutes)s min") % {"minutes": minutes})
