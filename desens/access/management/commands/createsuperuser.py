"""Django's command of this name would add a person past the roles and the audit."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser


class Command(BaseCommand):
    """Says what to use instead."""

    help = "Not used here: see add_user."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Takes whatever Django's own takes."""
        parser.add_argument("anything", nargs="*")

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        """Refuses."""
        raise CommandError(
            'There are no superusers. Use: manage.py add_user USERNAME --name "..." --role administrator'
        )
