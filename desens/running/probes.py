"""The probes of the installation page, in the order in which a row without fault is shown."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.core.checks import CheckMessage, run_checks
from django.db import connection
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.running import health, machine, upkeep
from desens.running.database_facts import archives, owned_tables, settings_read_back
from desens.running.installation import Probe, Row, State, judged

#: By the prefix of a check's id; the rest is Django's.
GROUPS = {
    "records": gettext_lazy("Database settings"),
    "printing": gettext_lazy("Printing and fonts"),
    "access": gettext_lazy("Permissions of pages"),
    "": gettext_lazy("Other system checks"),
}


def system_checks(at: datetime) -> Iterator[Row]:
    """Every check that `prepare` runs at the start, now: somebody may have changed what was right then."""
    found = run_checks(databases=["default"], include_deployment_checks=not settings.DEMONSTRATION)
    faults = [message for message in found if not message.is_silenced()]
    for group, name in GROUPS.items():
        yield from _group(group, str(name), [fault for fault in faults if _group_of(fault) == group])


def migrations(at: datetime) -> Iterator[Row]:
    """What this version brings has been applied."""
    waiting = health.waiting_migrations()
    yield judged(
        _("Migrations"),
        wrong=bool(waiting),
        told=_("Not applied: %(names)s") % {"names": ", ".join(waiting)} if waiting else _("All are applied."),
        to_do=_("Stop the server and run: manage.py prepare"),
    )


def append_only(at: datetime) -> Iterator[Row]:
    """Triggers present, and the application unable to drop them."""
    missing = health.missing_triggers()
    yield judged(
        _("Records that cannot be altered"),
        wrong=bool(missing),
        told=_("Unprotected: %(tables)s") % {"tables": ", ".join(missing)} if missing else _("All are protected."),
        to_do=_("Find out who removed the triggers, then run: manage.py migrate --skip-checks"),
    )
    if connection.vendor == "postgresql":
        owned = owned_tables()
        yield judged(
            _("Owner of the tables"),
            wrong=bool(owned),
            told=_("The application's own role could remove the protection of %(count)d tables.") % {"count": owned}
            if owned
            else _("Another role than the application's."),
            to_do=_("Let another role own the tables: docs/deploy, “Two roles”."),
        )


def cache_table(at: datetime) -> Iterator[Row]:
    """Where limits and used codes are remembered, the same for all workers."""
    missing = health.missing_cache_tables()
    told = _("Missing: %(names)s") % {"names": ", ".join(missing)} if missing else _("It is there.")
    yield judged(_("Table of the cache"), wrong=bool(missing), told=told, to_do=_("Run: manage.py createcachetable"))


def database_facts(at: datetime) -> Iterator[Row]:
    """What the database says about itself; judged under "Database settings"."""
    yield Row(name=_("Database"), state=State.OK, told="; ".join(settings_read_back()))


def last_backup(at: datetime) -> Iterator[Row]:
    """Its age against what may be lost."""
    yield upkeep.backup_row(at, archived=archives())


PROBES: tuple[tuple[Promise, Probe], ...] = (
    (gettext_lazy("System checks"), system_checks),
    (gettext_lazy("Migrations"), migrations),
    (gettext_lazy("Records that cannot be altered"), append_only),
    (gettext_lazy("Table of the cache"), cache_table),
    (gettext_lazy("Last backup"), last_backup),
    (gettext_lazy("Last restore drill"), upkeep.drill_rows),
    (gettext_lazy("Disk"), machine.disk),
    (gettext_lazy("Clock"), machine.clock),
    (gettext_lazy("Database"), database_facts),
    (gettext_lazy("Versions"), machine.versions),
)


def _group_of(fault: CheckMessage) -> str:
    prefix = str(fault.id).split(".")[0]
    return prefix if prefix in GROUPS else ""


def _group(group: str, name: str, faults: list[CheckMessage]) -> Iterator[Row]:
    if not faults:
        yield Row(name=name, state=State.OK, told=_("Every check passed."))
    for fault in faults:
        yield Row(name=name, state=State.WRONG, told=str(fault.msg), to_do=str(fault.hint or fault.id))
