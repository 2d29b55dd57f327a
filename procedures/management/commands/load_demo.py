"""`manage.py load_demo`: the patients of the published cases, into an empty database."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from patients.models import Patient
from procedures.demonstration.cases import load_cases


class Command(BaseCommand):
    """Refuses outside demonstration mode; does nothing where patients are."""

    help = "Load the published cases as demonstration patients, and one log-in a role."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMONSTRATION:
            raise CommandError("Published cases are loaded in demonstration mode only.")
        if Patient.objects.exists():
            self.stdout.write("Demonstration: patients are there already; nothing loaded.")
            return
        self.stdout.write(f"Demonstration: {load_cases(at=timezone.now())} published cases loaded.")
