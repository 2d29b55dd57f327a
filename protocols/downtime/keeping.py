"""The packs on the server's disk: encrypted, private, and gone after a day."""

import os
from datetime import date, datetime, timedelta
from pathlib import Path

from django.conf import settings

from desens.access.models import User
from protocols.downtime.due import due_on
from protocols.downtime.pack import pack_of

KEPT = timedelta(days=1)


def folder() -> Path:
    """Where packs lie; made private."""
    path: Path = settings.VAR / "downtime"
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def write_pack(day: date, *, by: User, at: datetime, today: date) -> Path:
    """Make the pack of a day and keep it until the day is over; earlier ones of it are replaced, old ones removed."""
    remove_old(today)
    content = pack_of(day, due_on(day, viewer=by, today=today), by=by, at=at)
    path = folder() / f"desens-{day.isoformat()}.pdf"
    fresh = path.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(content)
    fresh.replace(path)
    return path


def remove_old(today: date) -> None:
    """Remove the packs of days that are over for longer than a day."""
    for path in folder().glob("desens-*.pdf"):
        try:
            day = date.fromisoformat(path.stem.removeprefix("desens-"))
        except ValueError:
            continue
        if day + KEPT < today:
            path.unlink(missing_ok=True)
