"""The frame as a Django app."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Templates, fields, errors and the log that every page shares; no models."""

    name = "desens.pages"
    label = "pages"
