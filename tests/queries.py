"""Counting queries the same way on both databases."""

from collections.abc import Callable

from django.db import connection
from django.test.utils import CaptureQueriesContext

ONE_DATABASES_OWN = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "select pg_advisory_xact_lock")
"""Transactions and the audit chain's lock: PostgreSQL takes it by a statement, SQLite by how it begins."""


def queries_of(run: Callable[[], object]) -> int:
    """How many statements `run` sends that read or write a table."""
    with CaptureQueriesContext(connection) as captured:
        run()
    return sum(not query["sql"].startswith(ONE_DATABASES_OWN) for query in captured.captured_queries)
