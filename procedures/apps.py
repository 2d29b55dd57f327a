"""Django's entry to the app."""

from django.apps import AppConfig


class ProceduresConfig(AppConfig):
    """Procedures: desensitizations as they were given."""

    name = "procedures"
