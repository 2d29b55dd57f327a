"""Protocols: templates, a patient's protocol and its versions."""

import os

from django.apps import AppConfig
from django.conf import settings


class ProtocolsConfig(AppConfig):
    """Django's entry to the app."""

    name = "protocols"

    def ready(self) -> None:
        """Give matplotlib, which reads this when it is first imported, a folder for its list of fonts."""
        os.environ["MPLCONFIGDIR"] = str(settings.VAR / "matplotlib")
