"""How django-allauth behaves here: nobody signs up, and the audit trail sees everything at the door."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth import authenticate
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from desens.access.door import client_address, typed_user_name
from desens.access.models import User
from desens.access.services import change_password
from desens.audit.recording import recording


class ClosedDoor(DefaultAccountAdapter):
    """Sign-up closed; log-in, log-out and refused attempts audited; passwords changed through the service."""

    error_messages: ClassVar[dict[str, Any]] = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("The user name or the password is wrong, or the account is locked."),
        "too_many_login_attempts": _("Too many wrong passwords from this place. Wait a minute, then try again."),
        "enter_current_password": _("This is not your present password."),
        "incorrect_password": _("This is not your password."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: an administrator adds people."""
        return False

    def is_ajax(self, request: HttpRequest) -> bool:
        """Never: the door answers with pages only."""
        return False

    def login(self, request: HttpRequest, user: User) -> None:
        """Logs the person in."""
        super().login(request, user)
        _at_the_door(request, "logged_in", by=user, user_name=user.username)

    def logout(self, request: HttpRequest) -> None:
        """Logs the person out."""
        user = request.user
        super().logout(request)
        if isinstance(user, User):
            _at_the_door(request, "logged_out", by=user, user_name=user.username)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Notes the attempt under the user name if a person has it: a password typed there is not stored."""
        typed = typed_user_name(request, credentials)
        active = User.objects.filter(username=typed).values_list("is_active", flat=True).first()
        action = "log_in_refused" if active is False else "log_in_failed"
        if getattr(request, "axes_locked_out", False):
            action = "log_in_locked_out"
        _at_the_door(request, action, by="anonymous", user_name="unknown" if active is None else typed)

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """As allauth's own, but the right password of a locked account is a failed attempt like any other."""
        self.pre_authenticate(request, **credentials)
        user = authenticate(request, **credentials)
        AuthenticationBackend.unstash_authenticated_user()
        if not isinstance(user, User):
            self.authentication_failed(request, **credentials)
            return None
        self._rollback_login_failed_rl_usage()
        return user

    def set_password(self, user: User, password: str) -> None:
        """Stores the new password of the person who changes it."""
        change_password(user=user, password=password, by=user, at=timezone.now())

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        """By password alone; the second factor was asked at log-in."""
        return [{"id": "reauthenticate", "description": "", "url": reverse("account_reauthenticate")}]

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the profile."""
        return reverse("profile")


def _at_the_door(request: HttpRequest, action: str, *, by: User | str, user_name: str) -> None:
    with recording(by=by, at=timezone.now()) as record:
        after = {"address": client_address(request)}
        record.event(action, subject="user", subject_code=user_name, after=after)
