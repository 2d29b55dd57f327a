"""`downtime_pack --by USER`: the papers of tomorrow as one encrypted file, for a nightly timer."""

from datetime import date, timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from desens.access.models import User
from desens.access.roles import Permission
from protocols.downtime.keeping import write_pack


class Command(BaseCommand):
    """Prints the path of the file; exits 1 with the reason when there is none."""

    help = "Write the nursing sheets of a day (tomorrow) into one encrypted PDF; files of past days are removed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--by", metavar="USER", required=True, help="who prints: may print sheets")
        parser.add_argument("--day", metavar="YYYY-MM-DD", type=date.fromisoformat, default=None)

    def handle(self, *args: Any, by: str, day: date | None, **options: Any) -> None:
        person = User.objects.filter(username=by, is_active=True).first()
        if person is None or not person.has(Permission.PRINT_SHEET):
            raise CommandError(f"{by} is no active user who may print sheets.")
        today = timezone.localdate()
        path = write_pack(day or today + timedelta(days=1), by=person, at=timezone.now(), today=today)
        self.stdout.write(str(path))
