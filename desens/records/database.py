"""The database settings under which an acknowledged record survives (safety.md H8, traps.md 9).

Imported by the settings, so nothing here needs them.
"""

import sqlite3
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

SQLITE, POSTGRESQL = "django.db.backends.sqlite3", "django.db.backends.postgresql"
TIMEOUT_S = 20
CONNECTION_AGE_S = 60
#: Compiling a query takes PostgreSQL longer than the department's counts do: 0.7 s for one of 0.25 s.
UNCOMPILED = {"options": "-c jit=off"}


def database_settings(url: str) -> dict[str, Any]:
    """Django's settings of the database at `url`; ImproperlyConfigured for any vendor but the two."""
    try:
        found: dict[str, Any] = {**dj_database_url.parse(url)}
    except (dj_database_url.ParseError, dj_database_url.UnknownSchemeError):
        raise ImproperlyConfigured("DATABASE_URL is not postgresql://... or sqlite:///...") from None
    if found["ENGINE"] == SQLITE:
        return found | {"OPTIONS": sqlite_options(), "ATOMIC_REQUESTS": False}
    if found["ENGINE"] == POSTGRESQL:
        options = UNCOMPILED | found.get("OPTIONS", {})
        kept = {"CONN_MAX_AGE": CONNECTION_AGE_S, "CONN_HEALTH_CHECKS": True}
        return found | kept | {"OPTIONS": options, "ATOMIC_REQUESTS": False}
    raise ImproperlyConfigured("DATABASE_URL names neither postgresql nor sqlite.")


def sqlite_options() -> dict[str, Any]:
    """IMMEDIATE, 20 s of patience, and the pragmas of every connection."""
    journal, synchronous = durable_pragmas(sqlite3.sqlite_version_info)
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": TIMEOUT_S,
        "init_command": (
            f"PRAGMA journal_mode={journal};PRAGMA synchronous={synchronous};"
            "PRAGMA foreign_keys=ON;PRAGMA recursive_triggers=ON;"
        ),
    }


def durable_pragmas(version: tuple[int, ...]) -> tuple[str, str]:
    """(journal_mode, synchronous): WAL only where the WAL-reset bug is mended, else DELETE with EXTRA."""
    mended = version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)
    return ("WAL", "FULL") if mended else ("DELETE", "EXTRA")
