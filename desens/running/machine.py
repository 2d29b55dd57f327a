"""The machine: its disk, its clock, and what is installed."""

import ctypes
import platform
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from desens.pages.times import local_text
from desens.pages.version import VERSION
from desens.running.health import LEAST_FREE_BYTES
from desens.running.installation import Row, State, judged
from protocols.engine import ENGINE_VERSION

PACKAGES = ("Django", "WeasyPrint", "gunicorn", "psycopg")
MOST_APART_S = 2
#: adjtimex(2): the kernel knows whether somebody keeps its clock right. TIME_ERROR says that nobody does.
TIME_ERROR, TIMEX_BYTES = 5, 512


def disk(at: datetime) -> Iterator[Row]:
    """Free space where desens keeps its files."""
    free, total = shutil.disk_usage(settings.VAR).free, shutil.disk_usage(settings.VAR).total
    facts = {"free": _gigabytes(free), "total": _gigabytes(total), "folder": settings.VAR}
    yield judged(
        _("Disk"),
        wrong=free < LEAST_FREE_BYTES,
        told=_("%(free)s\u00a0GB free of %(total)s\u00a0GB at %(folder)s.") % facts,
        to_do=_("Make room: without it the database soon refuses records. Old backups are the usual cause."),
    )


def clock(at: datetime) -> Iterator[Row]:
    """Kept right by somebody, and the same as the database's."""
    zone = ZoneInfo(settings.TIME_ZONE)
    shown = _("%(at)s in %(zone)s.") % {"at": local_text(at, zone), "zone": zone.key}
    kept = clock_is_kept()
    to_do = _("Switch on time synchronisation: timedatectl set-ntp true")
    if kept is None:
        to_do = _("See whether time synchronisation is on: timedatectl")
        yield Row(name=_("Clock"), state=State.UNCHECKED, told=shown, to_do=to_do)
    else:
        yield judged(_("Clock"), wrong=not kept, told=shown, to_do=to_do)
    apart = seconds_apart()
    yield judged(
        _("Clock of the database"),
        wrong=apart > MOST_APART_S,
        told=_("%(count)d\u00a0s from ours.") % {"count": apart},
        to_do=_("Synchronise the clocks of both machines."),
    )


def versions(at: datetime) -> Iterator[Row]:
    """What is installed."""
    installed = {"Python": platform.python_version()} | {name: version(name) for name in PACKAGES}
    told = {"desens": VERSION, _("engine"): ENGINE_VERSION} | installed
    yield Row(name=_("Versions"), state=State.OK, told=", ".join(f"{name} v{number}" for name, number in told.items()))


def clock_is_kept() -> bool | None:
    """Whether the kernel's clock is synchronised; None where it may not be asked."""
    kernel = ctypes.CDLL(None, use_errno=True)
    state = kernel.adjtimex(ctypes.create_string_buffer(TIMEX_BYTES)) if hasattr(kernel, "adjtimex") else -1
    return None if state < 0 else state != TIME_ERROR


def seconds_apart() -> int:
    """Between our clock and the database's, whole seconds, at most one of them on the way."""
    with connection.cursor() as cursor:
        cursor.execute(
            {
                "sqlite": "select strftime('%s', 'now')",
                "postgresql": "select extract(epoch from clock_timestamp())::bigint",
            }[connection.vendor]
        )
        return abs(int(cursor.fetchone()[0]) - int(datetime.now(UTC).timestamp()))


def _gigabytes(count: int) -> str:
    return str(count // 1_000_000_000)
