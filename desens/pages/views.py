"""Home."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import ROLE_NAMES, Permission


@requires(Permission.HOME)
@require_safe
def home(request: PersonRequest) -> HttpResponse:
    """Where each role's work begins."""
    roles = [name for role, name in ROLE_NAMES.items() if role in request.user.roles]
    return render(request, "pages/home.html", {"roles": roles})
