"""The allergist's half: reactions, tests and their assessment."""

from django.apps import AppConfig


class ReactionsConfig(AppConfig):
    """Django's entry to the app."""

    name = "reactions"
