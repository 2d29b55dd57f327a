"""Django's entry to the trail."""

from django.apps import AppConfig


class TrailConfig(AppConfig):
    """Label `trail`."""

    name = "desens.trail"
    label = "trail"
