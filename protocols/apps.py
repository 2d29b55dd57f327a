"""Protocols: templates, a patient's protocol and its versions."""

from django.apps import AppConfig


class ProtocolsConfig(AppConfig):
    """Django's entry to the app."""

    name = "protocols"
