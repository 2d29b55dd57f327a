"""The page on which the audit's chain is verified."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit import chain
from desens.trail.forms import number_in


@requires(Permission.VIEW_TRAIL)
@require_GET
def trail_chain(request: PersonRequest) -> HttpResponse:
    """Whether the chain is unbroken: a slice at each request, going on by itself until the end."""
    link = chain.Link(number=number_in(request.GET, "number"), hash=request.GET.get("hash", "")[:64] or chain.BEGINNING)
    checked = chain.verify_slice(link)
    context = {"checked": checked, "so_far": number_in(request.GET, "so_far") + checked.events}
    return render(request, "trail/chain.html" + ("#slice" if request.htmx else ""), context)
