"""People, roles and the door."""

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.core.checks import Tags, register
from django.utils.translation import gettext_lazy as _

from desens.access.checks import every_route_declared


class AccessConfig(AppConfig):
    """Registers the system checks, and what is noted at log-in and log-out."""

    name = "desens.access"
    label = "access"
    verbose_name = _("People and permissions")

    def ready(self) -> None:
        """Checks run with every management command that asks for them."""
        from allauth.mfa.signals import authentication_failed  # noqa: PLC0415 - needs models, ready only now

        from desens.access import factor_views, open_sessions, second_factor  # noqa: PLC0415 - the same

        register(every_route_declared, Tags.urls)
        register(second_factor.known_roles, Tags.security)
        user_logged_in.connect(open_sessions.note_log_in)
        user_logged_out.connect(open_sessions.note_log_out)
        authentication_failed.connect(factor_views.note_wrong_code)
