"""The age of the last backup and drill against what safety.md 4 allows: 5 minutes to lose, a drill every night."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _

from desens.pages.times import local_text
from desens.running.installation import Row, State, judged
from desens.running.models import Upkeep, UpkeepKind
from desens.running.selectors import last_success, last_upkeep

#: Every 5 minutes by the timer, with time for one to fail; a day and some where PostgreSQL archives continuously.
MOST_AGE = timedelta(minutes=10)
MOST_AGE_ARCHIVED = timedelta(hours=26)
MOST_AGE_OF_DRILL = timedelta(hours=50)


def backup_row(at: datetime, *, archived: bool) -> Row:
    """The last backup that succeeded."""
    to_do = _("See whether the timers run and why one failed: systemctl list-timers and journalctl, docs/deploy")
    return _row(_("Last backup"), UpkeepKind.BACKUP, at, MOST_AGE_ARCHIVED if archived else MOST_AGE, to_do)


def drill_rows(at: datetime) -> Iterator[Row]:
    """The last drill; a failed one is wrong however young the success before it is."""
    last = last_upkeep(UpkeepKind.DRILL)
    to_do = _("A backup that does not restore is none. Run: manage.py restore_drill, and read what differs.")
    if last is not None and not last.succeeded:
        yield Row(name=_("Last restore drill"), state=State.WRONG, told=_told(last, at), to_do=to_do)
        return
    yield _row(_("Last restore drill"), UpkeepKind.DRILL, at, MOST_AGE_OF_DRILL, to_do)


def _row(name: str, kind: UpkeepKind, at: datetime, most: timedelta, to_do: str) -> Row:
    last = last_success(kind)
    if last is None:
        return Row(name=name, state=State.WRONG, told=_("None has succeeded yet."), to_do=to_do)
    return judged(name, wrong=at - last.began_at > most, told=_told(last, at), to_do=to_do)


def _told(row: Upkeep, at: datetime) -> str:
    facts = {"at": local_text(row.began_at, ZoneInfo(settings.TIME_ZONE)), "age": _age(at - row.began_at)}
    return _("%(at)s (%(age)s ago).") % facts + f" {row.told}"


def _age(age: timedelta) -> str:
    minutes = max(0, int(age.total_seconds() // 60))
    if minutes < 120:
        return _("%(count)d\u00a0min") % {"count": minutes}
    if minutes < 48 * 60:
        return _("%(count)d\u00a0h") % {"count": minutes // 60}
    return _("%(count)d\u00a0days") % {"count": minutes // (24 * 60)}
