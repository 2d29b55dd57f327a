"""Work lists: what waits for whom."""

from django.apps import AppConfig


class WorklistsConfig(AppConfig):
    """Django's entry to the app."""

    name = "worklists"
