"""`manage.py load_library`: the shipped drugs and protocols into rows; safe to repeat."""

from typing import Any

from django.core.management import BaseCommand
from django.utils import timezone

from drugs.services import load_library
from protocols.library_services import load_templates


class Command(BaseCommand):
    """Adds what is new; refuses a file that changed without a new revision."""

    help = "Load the shipped drug and protocol libraries."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        drugs, templates = load_library(by="system", at=now), load_templates(by="system", at=now)
        self.stdout.write(f"Library: {drugs} drugs and {templates} protocols added or extended.")
