"""Where a one-time link leads: the person sets the password, then logs in through the one door."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from desens.access.decorators import public
from desens.access.links import LinkUsedError, find_link
from desens.access.people import accept
from desens.access.people_forms import FirstPasswordForm
from desens.records.versioned import StaleSave


@public
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """One page for every link that opens nothing: mistyped, used, expired, replaced, locked."""
    now = timezone.now()
    link = find_link(token, at=now)
    if link is None:
        return _opens_nothing(request)
    form = FirstPasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            accept(link=link, password=form.cleaned_data["password1"], at=now)
        except ValidationError as error:
            form.add_error("password1", error)
        except (LinkUsedError, StaleSave):
            return _opens_nothing(request)
        else:
            messages.success(request, _("Your password is set. Log in with it."))
            return redirect("account_login")
    return render(request, "access/invitation.html", {"form": form, "person": link.user})


def _opens_nothing(request: HttpRequest) -> HttpResponse:
    return render(request, "access/link_opens_nothing.html", status=404)
