"""`restore_drill`: backs up, restores into a scratch database, compares (safety.md H16)."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from desens.running.drill import drill
from desens.running.files import ended_cleanly
from desens.running.models import UpkeepKind
from desens.running.noting import noted_failure, noted_success
from desens.running.refusal import CannotBackUp


class Command(BaseCommand):
    """Prints what was compared, or exits 1 with what differs."""

    help = "Prove that a backup restores: into a scratch database, compared with what is served."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        began_at = timezone.now()
        try:
            with ended_cleanly():
                drilled = drill(at=began_at)
            found, compared = drilled.differences, drilled.compared
        except (CannotBackUp, DatabaseError, OSError) as error:
            found = (str(error).strip(),)
        if found:
            noted_failure(UpkeepKind.DRILL, began_at, *found)
            raise CommandError("\n".join(found))
        noted_success(UpkeepKind.DRILL, began_at, compared)
        self.stdout.write(compared)
