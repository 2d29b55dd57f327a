"""Pages of the trail. What is shown of before and after follows the right to see identity."""

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit import chain
from desens.audit.looks import looked
from desens.trail import selectors
from desens.trail.export import trail_csv
from desens.trail.forms import TrailForm


@requires(Permission.VIEW_TRAIL)
@require_GET
def trail(request: PersonRequest) -> HttpResponse:
    """Who saw and changed what, newest first."""
    form = TrailForm(request.GET)
    wanted = form.wanted()
    page = wanted and selectors.trail_page(
        wanted, before=_number(request, "before"), with_values=request.user.has(Permission.SEE_IDENTITY)
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


@requires(Permission.VIEW_TRAIL)
@require_GET
def trail_chain(request: PersonRequest) -> HttpResponse:
    """Whether the chain is unbroken: a slice at each request, going on by itself until the end."""
    link = chain.Link(number=_number(request, "number"), hash=request.GET.get("hash", "")[:64] or chain.BEGINNING)
    checked = chain.verify_slice(link)
    context = {"checked": checked, "so_far": _number(request, "so_far") + checked.events}
    template = "trail/chain.html" + ("#slice" if request.htmx else "")
    return render(request, template, context)


def _number(request: PersonRequest, name: str) -> int:
    typed = request.GET.get(name, "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 18 else 0
