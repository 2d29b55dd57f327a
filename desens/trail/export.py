"""The trail as CSV, a piece at a time: each query is finished before its rows are sent (traps.md 11)."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import datetime

from desens.numbers.spreadsheet import safe_row
from desens.trail.selectors import TrailFilter, event_batches

COLUMNS = ("id", "at", "by", "action", "subject", "subject_code", "patient_code", "before", "after", "hash")
VALUES = ("before", "after")


def trail_csv(wanted: TrailFilter, *, with_values: bool) -> Iterator[str]:
    """The events asked for, oldest first, times in UTC; before and after only for who may see identity."""
    columns = [name for name in COLUMNS if with_values or name not in VALUES]
    yield _lines([columns])
    for events in event_batches(wanted):
        yield _lines(safe_row(_cell(getattr(event, name)) for name in columns) for event in events)


def _lines(rows: Iterable[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _cell(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
