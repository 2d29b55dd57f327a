"""The second factor's pages: django-allauth's work in our look, each change in the audit (traps.md 34)."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.views import ReauthenticateView
from allauth.mfa.base.internal.flows import delete_and_cleanup
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from desens.access.decorators import public, signed_in
from desens.access.factor_forms import RemoveFactorForm
from desens.access.models import User
from desens.access.requests import PersonRequest
from desens.access.second_factor import is_demanded, is_wanting
from desens.audit.recording import recording

View = Callable[..., HttpResponse]
page_or_form = require_http_methods(["GET", "HEAD", "POST"])
App, Passkey, Codes = Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN, Authenticator.Type.RECOVERY_CODES


def noted(view: View) -> View:
    """What a form does to the person's factors, and its audit event, in one transaction."""

    @wraps(view)
    def recorded(request: PersonRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with recording(by=request.user, at=timezone.now()) as record:
            before = _held(request.user)
            response = view(request, *args, **kwargs)
            after = _held(request.user)
            if after != before:
                held, holds = {"factors": before}, {"factors": after}
                code = request.user.username
                record.event("second_factor_changed", subject="user", subject_code=code, before=held, after=holds)
        return response

    return recorded


def note_wrong_code(request: HttpRequest, user: User, **_signal: Any) -> None:
    """The receiver of allauth's `authentication_failed`: the password was right, the code was not."""
    with recording(by="anonymous", at=timezone.now()) as record:
        record.event("second_factor_failed", subject="user", subject_code=user.username)


def _held(user: User) -> list[str]:
    factors = Authenticator.objects.filter(user_id=user.pk).order_by("pk")
    return [f"{factor.type} since {factor.created_at.isoformat()}" for factor in factors]


class SetUpApp(ActivateTOTPView):
    """One app a person."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Whoever has one is sent to the list, where it can be removed."""
        if Authenticator.objects.filter(user_id=request.user.pk, type=App).exists():
            return redirect("mfa_index")
        return super().dispatch(request, *args, **kwargs)


class ShowCodes(ViewRecoveryCodesView):
    """The recovery codes, once."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Whoever has none is sent to the list."""
        if not Authenticator.objects.filter(user_id=request.user.pk, type=Codes).exists():
            return redirect("mfa_index")
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response


class NewCodes(GenerateRecoveryCodesView):
    """New recovery codes in place of the old."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Codes alone are no second factor."""
        messages.error(self.request, _("Set up an app or a passkey first."))
        return redirect("mfa_index")


authenticate = public(page_or_form(AuthenticateView.as_view()))
reauthenticate = signed_in(page_or_form(ReauthenticateView.as_view()))
set_up_app = signed_in(page_or_form(noted(SetUpApp.as_view())))
add_passkey = signed_in(page_or_form(noted(AddWebAuthnView.as_view())))
show_codes = signed_in(require_safe(ShowCodes.as_view()))
new_codes = signed_in(require_POST(noted(NewCodes.as_view())))


@signed_in
@require_safe
def factors(request: PersonRequest) -> HttpResponse:
    """What the person has set up; the page that a demanded factor leads to."""
    held = list(Authenticator.objects.filter(user_id=request.user.pk).order_by("pk"))
    context = {
        "app": next((factor for factor in held if factor.type == App), None),
        "passkeys": [factor for factor in held if factor.type == Passkey],
        "codes_left": [len(factor.wrap().get_unused_codes()) for factor in held if factor.type == Codes],
        "demanded": is_demanded(request.user),
        "wanting": is_wanting(request.user),
    }
    return render(request, "mfa/index.html", context)


@signed_in
@require_POST
@reauthentication_required(app="allauth.mfa")
@noted
def remove_factor(request: PersonRequest) -> HttpResponse:
    """An app or a passkey goes; with the last, the recovery codes too."""
    form = RemoveFactorForm(request.POST)
    pk = form.cleaned_data["factor"] if form.is_valid() else 0
    found = Authenticator.objects.filter(user_id=request.user.pk, pk=pk, type__in=(App, Passkey)).first()
    if found is None:
        messages.error(request, _("This was removed already."))
        return redirect("mfa_index")
    delete_and_cleanup(request, found)
    messages.success(request, _("Removed."))
    return redirect("mfa_index")
