"""The one write about running it."""

from collections.abc import Sequence
from datetime import datetime

from desens.audit.recording import recording
from desens.running.models import MOST_TOLD, Upkeep, UpkeepKind


def note_upkeep(
    *, kind: UpkeepKind, began_at: datetime, succeeded: bool, told: Sequence[str], by: str, at: datetime
) -> Upkeep:
    """That a backup or drill ended at `at`, and what it told, a line each (the rest is cut off)."""
    row = Upkeep(kind=kind, began_at=began_at, ended_at=at, succeeded=succeeded, told="\n".join(told)[:MOST_TOLD])
    with recording(by=by, at=at) as record:
        row.save()
        after = {"succeeded": succeeded, "told": row.told}
        record.event("done", subject=kind.value, subject_code=str(row.pk), after=after)
    return row
