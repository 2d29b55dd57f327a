"""The installation page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.running.installation import State, rows
from desens.running.probes import PROBES


@requires(Permission.VIEW_INSTALLATION)
@require_safe
def installation(request: PersonRequest) -> HttpResponse:
    """What is wrong with the installation, looked at now."""
    found = rows(PROBES, at=timezone.now())
    context = {
        "rows": found,
        "wrong": sum(row.state is State.WRONG for row in found),
        "unchecked": sum(row.state is State.UNCHECKED for row in found),
        "at": timezone.now(),
    }
    return render(request, "running/installation.html", context)
