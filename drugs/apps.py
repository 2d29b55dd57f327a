"""The drugs: names, products and what their labels say."""

from django.apps import AppConfig


class DrugsConfig(AppConfig):
    """Django's entry to the app."""

    name = "drugs"
