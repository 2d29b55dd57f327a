"""`backup DIR`: the database and its manifest, as two private files."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils import timezone

from desens.running.backups import back_up
from desens.running.files import ended_cleanly
from desens.running.models import UpkeepKind
from desens.running.noting import noted_failure, noted_success
from desens.running.refusal import CannotBackUp


class Command(BaseCommand):
    """Prints the path of the backup; exits 1 with the reason when there is none."""

    help = "Back up the database into a folder: a file of one moment, and its manifest."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", metavar="DIR", type=Path)

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        began_at = timezone.now()
        try:
            with ended_cleanly():
                path = back_up(folder=folder, at=began_at)
        except (CannotBackUp, DatabaseError, OSError) as error:
            noted_failure(UpkeepKind.BACKUP, began_at, str(error))
            raise CommandError(str(error)) from None
        noted_success(UpkeepKind.BACKUP, began_at, str(path))
        self.stdout.write(str(path))
