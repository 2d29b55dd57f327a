"""People, roles and the door."""

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.utils.translation import gettext_lazy as _

from desens.access.checks import every_route_declared


class AccessConfig(AppConfig):
    """Registers the system check of declared routes."""

    name = "desens.access"
    label = "access"
    verbose_name = _("People and permissions")

    def ready(self) -> None:
        """Checks run with every management command that asks for them."""
        register(every_route_declared, Tags.urls)
