"""Pages of the trail. What is shown of before and after follows the right to see identity."""

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from desens.trail import selectors
from desens.trail.export import trail_csv
from desens.trail.forms import TrailForm, number_in


@requires(Permission.VIEW_TRAIL)
@require_GET
def trail(request: PersonRequest) -> HttpResponse:
    """Who saw and changed what, newest first."""
    form = TrailForm(request.GET)
    wanted = form.wanted()
    page = wanted and selectors.trail_page(
        wanted, before=number_in(request.GET, "before"), with_values=request.user.has(Permission.SEE_IDENTITY)
    )
    query = request.GET.copy()
    query.pop("before", None)
    return render(request, "trail/trail.html", {"form": form, "page": page, "query": query.urlencode()})


@requires(Permission.VIEW_TRAIL)
@require_GET
def trail_export(request: PersonRequest) -> HttpResponse | StreamingHttpResponse:
    """The same as a CSV file."""
    form = TrailForm(request.GET)
    wanted = form.wanted()
    if wanted is None:
        return render(request, "trail/trail.html", {"form": form, "page": None, "query": ""}, status=400)
    with_values = request.user.has(Permission.SEE_IDENTITY)
    looked(
        by=request.user,
        at=timezone.now(),
        action="exported",
        subject="trail",
        subject_code="",
        patient_code=wanted.patient_code,
    )
    return StreamingHttpResponse(
        trail_csv(wanted, with_values=with_values),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="desens-trail.csv"'},
    )
