"""`/live`: the process answers. `/ready`: it can do its work. For machines; no secret, no session, no log line."""

import shutil
from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.clickjacking import xframe_options_deny
from django.views.decorators.http import require_safe

from desens.access.decorators import public
from desens.records import triggers

#: Below this a database soon stops to take records.
LEAST_FREE_BYTES = 1_000_000_000
DATABASE_CACHE = "django.core.cache.backends.db.DatabaseCache"


@public
@xframe_options_deny
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """200 as long as the process answers; asks nothing of the database."""
    return JsonResponse({"live": True})


@public
@xframe_options_deny
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """200, or 503 with the codes of what is wrong."""
    reasons = reasons_not_ready()
    return JsonResponse({"ready": not reasons, "reasons": reasons}, status=503 if reasons else 200)


def reasons_not_ready() -> list[str]:
    """`database` alone when it does not answer, else any of `migrations`, `triggers`, `cache_table`, `disk`."""
    probes: dict[str, Callable[[], object]] = {
        "migrations": waiting_migrations,
        "triggers": missing_triggers,
        "cache_table": missing_cache_tables,
        "disk": disk_is_short,
    }
    try:
        return [code for code, probe in probes.items() if probe()]
    except DatabaseError:
        return ["database"]


def waiting_migrations() -> list[str]:
    """Migrations that this version brings and the database has not had, such as `patients.0002_joins`."""
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in _last_migrations() - set(applied))


def missing_triggers() -> list[str]:
    """Append-only tables that could be altered."""
    return sorted({table for table, _name in triggers.declared(connection) - triggers.present(connection)})


def missing_cache_tables() -> list[str]:
    """Tables of database caches that `createcachetable` has not made."""
    wanted = {cache["LOCATION"] for cache in settings.CACHES.values() if cache["BACKEND"] == DATABASE_CACHE}
    return sorted(wanted - set(connection.introspection.table_names()))


def disk_is_short() -> bool:
    """Whether the disk of DESENS_VAR has less than LEAST_FREE_BYTES."""
    return shutil.disk_usage(settings.VAR).free < LEAST_FREE_BYTES


@cache
def _last_migrations() -> frozenset[tuple[str, str]]:
    """The ends of the migration graph on disk; they do not change while the process runs."""
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).graph.leaf_nodes())
