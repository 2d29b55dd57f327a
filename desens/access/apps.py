"""People, roles and the door."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccessConfig(AppConfig):
    """Registers the system check of declared routes and the listeners that audit the door."""

    name = "desens.access"
    label = "access"
    verbose_name = _("People and permissions")
