"""What the database says about itself."""

from django.db import connection

from desens.records.checks import POSTGRESQL
from desens.running.vendors import server_version

SQLITE = ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "busy_timeout")
SHOW = {"sqlite": ("pragma", SQLITE), "postgresql": ("show", tuple(POSTGRESQL))}


def settings_read_back() -> list[str]:
    """The version, and `name = value` for each setting on which durability rests."""
    verb, names = SHOW[connection.vendor]
    with connection.cursor() as cursor:
        values = []
        for name in names:
            cursor.execute(f"{verb} {name}")
            values.append(f"{name} = {cursor.fetchone()[0]}")
    return [server_version(connection), *values]


def owned_tables() -> int:
    """On PostgreSQL: how many of our tables the served role owns, directly, as a member or as superuser."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace"
            " and pg_has_role(current_user, relowner, 'usage')"
        )
        return int(cursor.fetchone()[0])


def archives() -> bool:
    """Whether PostgreSQL archives its log continuously and the last attempt succeeded; never on SQLite."""
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute(
            "select current_setting('archive_mode') <> 'off' and last_archived_time is not null"
            " and last_archived_time > coalesce(last_failed_time, '-infinity') from pg_stat_archiver"
        )
        return bool(cursor.fetchone()[0])
