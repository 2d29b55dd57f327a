"""Everything between installing and serving (traps.md 4), in one start of Python."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, call_command


class Command(BaseCommand):
    """`manage.py prepare`: safe to run at every start, refuses to go on when a check fails."""

    help = "Migrate, load the libraries, collect files and check, so that the server may start."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        quiet = {"verbosity": 0}
        call_command("migrate", interactive=False, **quiet)
        call_command("createcachetable", **quiet)
        call_command("check", databases=["default"], deploy=not settings.DEMONSTRATION, fail_level="WARNING")
        call_command("collectstatic", interactive=False, **quiet)
        call_command("load_library")
        if settings.DEMONSTRATION:
            call_command("load_demo")
            self.stdout.write(f"\n  desens (demonstration): {settings.PUBLIC_ADDRESS}\n")
            self.stdout.write("  Log-ins are shown on the log-in page.\n")
