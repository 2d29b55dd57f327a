"""Pages of the protocol library: every published protocol with its source."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.roles import Permission
from protocols import selectors
from protocols.library_filter import LibraryForm
from protocols.library_listing import in_order, line_of
from protocols.library_presenting import entry_view


@requires(Permission.VIEW_LIBRARY)
@require_GET
def template_list(request: HttpRequest) -> HttpResponse:
    """Every entry, its latest revision, filtered by drug, route, steps, mark and state."""
    lines = in_order(line_of(selectors.entry_content(row)) for row in selectors.current_templates())
    form = LibraryForm(request.GET, lines=lines)
    return render(request, "protocols/templates.html", {"form": form, "found": form.found(), "all": lines})


@requires(Permission.VIEW_LIBRARY)
@require_GET
def template_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One entry: source, mark, state, schedule as published, what is printed in its source, errata."""
    row = next((row for row in selectors.current_templates() if row.slug == slug), None)
    if row is None:
        raise Http404
    return render(request, "protocols/template.html", entry_view(selectors.entry_content(row)))
