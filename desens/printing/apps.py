"""The printing app: fonts are named before anything can load WeasyPrint."""

from django.apps import AppConfig
from django.conf import settings

from desens.printing import checks, fonts


class PrintingConfig(AppConfig):
    """Registers the checks of printing and confines the fonts."""

    name = "desens.printing"
    label = "printing"

    def ready(self) -> None:
        checks.register_all()
        fonts.confine(settings.VAR / "fontconfig")
