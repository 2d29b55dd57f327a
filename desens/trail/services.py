"""The trail as a file; that it was exported is an event too."""

import csv
import io
import tempfile
from datetime import datetime
from typing import IO

from desens.access.models import User
from desens.audit.looks import looked
from desens.numbers.spreadsheet import safe_row
from desens.trail.selectors import TrailFilter, all_events

COLUMNS = ("id", "at", "by", "action", "subject", "subject_code", "patient_code", "before", "after", "hash")
VALUES = ("before", "after")
IN_MEMORY_BYTES = 5_000_000


def export_trail(wanted: TrailFilter, *, with_values: bool, by: User, at: datetime) -> IO[bytes]:
    """The events asked for as CSV in a temporary file, times in UTC, read from its beginning.

    Before and after are left out for a person who may not see identity. Written before the event is recorded.
    """
    columns = [name for name in COLUMNS if with_values or name not in VALUES]
    file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY_BYTES)  # noqa: SIM115 - the response closes it
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(columns)
    for event in all_events(wanted):
        rows.writerow(safe_row(_cell(getattr(event, name)) for name in columns))
    text.detach()
    looked(by=by, at=at, action="exported", subject="trail", subject_code="", patient_code=wanted.patient_code)
    file.seek(0)
    return file


def _cell(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
