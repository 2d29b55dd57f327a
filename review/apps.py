"""Django's entry to the app."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """Review: history, the department's list, exports. Has no tables of its own."""

    name = "review"
