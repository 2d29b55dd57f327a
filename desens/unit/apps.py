"""The unit's settings as a Django app."""

from django.apps import AppConfig


class UnitConfig(AppConfig):
    """Label `unit`."""

    name = "desens.unit"
    label = "unit"
