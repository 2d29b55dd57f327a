"""The door (django-allauth's views in our look) and the person's own account."""

from typing import Any

from allauth.account.views import LoginView, LogoutView, PasswordChangeView
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from desens.access import demonstration
from desens.access.decorators import public, requires, signed_in
from desens.access.forms import LogInForm, NewPasswordForm, ProfileForm
from desens.access.models import User
from desens.access.open_sessions import keep_only
from desens.access.requests import PersonRequest
from desens.access.roles import ROLE_NAMES, Permission
from desens.access.services import change_profile
from desens.records.versioned import StaleSave

ENDED = {
    "idle": gettext_lazy("You were logged out because nothing was done for a while. Please log in again."),
    "absolute": gettext_lazy("You were logged out because the session reached its longest time. Please log in again."),
}
page_or_form = require_http_methods(["GET", "HEAD", "POST"])


class LogIn(LoginView):
    """allauth's log-in, which also says why the last session ended and, in demonstration mode, the logins."""

    form_class = LogInForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Adds `ended` and `demonstration_logins`."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["ended"] = ENDED.get(self.request.GET.get("ended", ""), "")
        if settings.DEMONSTRATION:
            context |= {"demonstration_logins": demonstration.LOGINS, "demonstration_password": demonstration.PASSWORD}
        return context


class ChangePassword(PasswordChangeView):
    """allauth's change of password, after which this session has a new key and the others open nothing."""

    form_class = NewPasswordForm

    def form_valid(self, form: NewPasswordForm) -> HttpResponse:
        """Keeps the list of sessions true."""
        key = self.request.session.session_key
        response: HttpResponse = super().form_valid(form)
        keep_only(self.request, old_key=key)
        return response


log_in = public(page_or_form(LogIn.as_view()))
log_out = public(page_or_form(LogoutView.as_view()))
change_password = signed_in(page_or_form(ChangePassword.as_view()))


@public
@require_safe
def sign_up_closed(request: HttpRequest) -> HttpResponse:
    """Says that an administrator adds people; no form, no other answer."""
    return render(request, "account/signup_closed.html")


@requires(Permission.OWN_ACCOUNT)
@page_or_form
def profile(request: PersonRequest) -> HttpResponse:
    """The person's own name, telephone and roles."""
    user = request.user
    opened = {"full_name": user.full_name, "telephone": user.telephone, "version": user.version}
    form = ProfileForm(request.POST or None, initial=opened)
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("full_name", "telephone")}
        version = form.cleaned_data["version"]
        try:
            change_profile(user=user, expected_version=version, by=user, at=timezone.now(), **values)
        except StaleSave:
            user.refresh_from_db()
            return _profile_page(request, user, form.opened_at(user.version), stale=True)
        messages.success(request, _("Saved."))
        return redirect("profile")
    return _profile_page(request, user, form, stale=False)


def _profile_page(request: HttpRequest, user: User, form: ProfileForm, *, stale: bool) -> HttpResponse:
    roles = [name for role, name in ROLE_NAMES.items() if role in user.roles]
    context = {"form": form, "person": user, "roles": roles, "stale": stale}
    return render(request, "access/profile.html", context, status=409 if stale else 200)
