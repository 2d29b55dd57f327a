"""The second factor: of whom it is demanded, and how its seeds are kept (django-allauth does the rest).

The roles stand in the setting SECOND_FACTOR_ROLES: none in demonstration, otherwise administrator and allergist.
"""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from desens.access.models import User
from desens.access.roles import Role
from desens.access.secret import UnreadableError, opened, sealed

PURPOSE = "second factor"
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
STILL_OPEN = frozenset({"account_logout", "account_reauthenticate"})


def is_demanded(user: User) -> bool:
    """Whether one of the person's roles demands a second factor."""
    return bool(settings.SECOND_FACTOR_ROLES) and not user.roles.isdisjoint(settings.SECOND_FACTOR_ROLES)


def is_wanting(user: User) -> bool:
    """Demanded, and not set up yet."""
    return is_demanded(user) and not Authenticator.objects.filter(user=user, type__in=FACTORS).exists()


def known_roles(**_options: Any) -> Sequence[CheckMessage]:
    """System check: the setting names roles there are."""
    unknown = sorted(set(settings.SECOND_FACTOR_ROLES) - {role.value for role in Role})
    hint = f"Roles are: {', '.join(Role)}; or none."
    return [Error(f"SECOND_FACTOR_ROLES names {name!r}.", hint=hint, id="access.E003") for name in unknown]


class SecondFactorMiddleware:
    """Leads whoever lacks a demanded second factor to its page; nothing else opens before."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, *_arguments: Any) -> HttpResponse | None:
        """A redirect, or None to go on."""
        name = (request.resolver_match and request.resolver_match.url_name) or ""
        passes = not getattr(view, "login_required", True) or name.startswith("mfa_") or name in STILL_OPEN
        if passes or not isinstance(request.user, User) or not is_wanting(request.user):
            return None
        return redirect("mfa_index")


class SealedFactors(DefaultMFAAdapter):
    """Seeds and recovery codes are encrypted in the database; passkeys bear the unit's own words."""

    error_messages: ClassVar[dict[str, Any]] = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is wrong, used already, or too old. Wait for the next one and type it."),
        "rate_limited": _("Too many wrong codes. Wait five minutes, then try again."),
    }

    def encrypt(self, text: str) -> str:
        """Sealed under the server's secret."""
        return sealed(text, purpose=PURPOSE)

    def decrypt(self, encrypted_text: str) -> str:
        """What `encrypt` sealed; under a lost secret no code is right, and an administrator resets."""
        try:
            return opened(encrypted_text, purpose=PURPOSE)
        except UnreadableError:
            raise self.validation_error("incorrect_code") from None
