"""The patients: who they are, what they weigh, what they must not get."""

from django.apps import AppConfig


class PatientsConfig(AppConfig):
    """Django's entry to the app."""

    name = "patients"
