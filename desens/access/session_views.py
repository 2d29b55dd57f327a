"""A person's own sessions: seen and ended."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.open_sessions import end_own_sessions, sessions_of
from desens.access.requests import PersonRequest
from desens.access.roles import Permission


class EndForm(forms.Form):
    """Which session; none means all others."""

    session = forms.IntegerField(min_value=1, max_value=2**63 - 1, required=False)


@requires(Permission.OWN_ACCOUNT)
@require_http_methods(["GET", "HEAD", "POST"])
def own_sessions(request: PersonRequest) -> HttpResponse:
    """Where the person is logged in; one or all others are ended here. This one ends by logging out."""
    now = timezone.now()
    form = EndForm(request.POST)
    sessions = sessions_of(request.user, at=now)
    others = [session for session in sessions if session.session_key != request.session.session_key]
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["session"]
        ended = [session for session in others if chosen in (None, session.pk)]
        end_own_sessions(ended, by=request.user, at=now)
        messages.success(request, _("Ended.") if ended else _("It had ended already."))
        return redirect("own_sessions")
    context = {"sessions": sessions, "others": others, "here": request.session.session_key}
    return render(request, "access/sessions.html", context)
