"""`manage.py add_user USERNAME --name "..." --role nurse`: the password from the terminal or from standard input."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from desens.access.roles import Role
from desens.access.services import add_user
from desens.access.terminal import read_password


class Command(BaseCommand):
    """Adds a person; the password is asked, never an argument that the process list would show."""

    help = "Adds a person with roles. Asks for the password, or reads one line from standard input."

    def add_arguments(self, parser: CommandParser) -> None:
        """The user name, the full name, and one --role for each role."""
        parser.add_argument("username")
        parser.add_argument("--name", required=True, help="full name, as signatures show it")
        parser.add_argument("--telephone", default="", help="printed on the nursing sheet")
        parser.add_argument("--role", action="append", required=True, choices=[role.value for role in Role])

    def handle(self, *_arguments: Any, **options: Any) -> None:
        """Adds the person or says what is wrong."""
        try:
            user = add_user(
                username=options["username"],
                full_name=options["name"],
                telephone=options["telephone"],
                password=read_password(),
                roles=[Role(role) for role in options["role"]],
                by="system",
                at=timezone.now(),
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(f"Added {user.username}.")
