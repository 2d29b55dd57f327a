"""`manage.py changepassword USERNAME` in place of Django's, which would leave no trace in the audit."""

from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from desens.access.models import User
from desens.access.open_sessions import end_sessions
from desens.access.services import change_password
from desens.access.terminal import read_password
from desens.audit.recording import recording


class Command(BaseCommand):
    """For the day when no administrator can log in; otherwise an administrator resets on the page People."""

    help = "Sets a person's password and ends the sessions, audited. Asks, or reads one line from standard input."

    def add_arguments(self, parser: CommandParser) -> None:
        """The user name."""
        parser.add_argument("username")

    def handle(self, *_arguments: Any, **options: Any) -> None:
        """Sets the password or says what is wrong."""
        user = User.objects.filter(username=options["username"].lower()).first()
        if user is None:
            raise CommandError("There is no person with this user name.")
        password, now = read_password(), timezone.now()
        try:
            validate_password(password, user)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        with recording(by="system", at=now):
            change_password(user=user, password=password, by="system", at=now)
            end_sessions(list(user.open_sessions.all()))
        self.stdout.write(f"The password of {user.username} is changed.")
