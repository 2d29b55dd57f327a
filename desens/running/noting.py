"""What the commands leave in the database for the installation page."""

from contextlib import suppress
from datetime import datetime

from django.db import DatabaseError
from django.utils import timezone

from desens.running.models import UpkeepKind
from desens.running.services import note_upkeep

BY = "system"


def noted_success(kind: UpkeepKind, began_at: datetime, told: str) -> None:
    """It went well."""
    note_upkeep(kind=kind, began_at=began_at, succeeded=True, told=[told], by=BY, at=timezone.now())


def noted_failure(kind: UpkeepKind, began_at: datetime, *told: str) -> None:
    """It did not; where the database does not take the note either, the command's own message stands."""
    with suppress(DatabaseError):
        note_upkeep(kind=kind, began_at=began_at, succeeded=False, told=told, by=BY, at=timezone.now())
