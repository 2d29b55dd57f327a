"""`restore FILE --into DATABASE_URL`: a backup into an empty database."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from desens.records.database import database_settings
from desens.running.files import ended_cleanly
from desens.running.refusal import CannotRestore
from desens.running.restoring import restore
from desens.running.targets import opened


class Command(BaseCommand):
    """Exits 1 and says what is wrong unless everything in the database is what was backed up."""

    help = "Restore a backup into an empty database, and compare it with its manifest."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument(
            "--into", metavar="DATABASE_URL", required=True, help="an empty database; - reads the address from a pipe"
        )

    def handle(self, *args: Any, file: Path, into: str, **options: Any) -> None:
        url = input().strip() if into == "-" else into
        try:
            with ended_cleanly():
                described = restore(file=file, into=opened(database_settings(url)))
        except (CannotRestore, ImproperlyConfigured, OSError) as error:
            raise CommandError(str(error)) from None
        facts = {"count": len(described.tables), "at": described.made_at.isoformat(timespec="seconds")}
        self.stdout.write(_("%(count)d tables restored as they were at %(at)s, the audit unbroken.") % facts)
