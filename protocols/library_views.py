"""Pages of the protocol library: every protocol, published or the unit's own, with its source."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from protocols import selectors
from protocols.library_filter import LibraryForm
from protocols.library_listing import LibraryLine, in_order, line_of
from protocols.library_presenting import entry_view
from protocols.unit_templates.presenting import about_template
from protocols.unit_templates.selectors import latest_revision
from protocols.unit_templates.standing import Standing, standings


@requires(Permission.VIEW_LIBRARY)
@require_GET
def template_list(request: PersonRequest) -> HttpResponse:
    """Every entry, its latest revision, filtered by drug, route, steps, origin, mark and state."""
    found = standings(selectors.current_templates(), on=timezone.localdate())
    lines = in_order(map(_line, found))
    form = LibraryForm(request.GET, lines=lines)
    may_write = request.user.has(Permission.MANAGE_TEMPLATES)
    context = {"form": form, "found": form.found(), "all": lines, "may_write": may_write}
    return render(request, "protocols/templates.html", context)


@requires(Permission.VIEW_LIBRARY)
@require_GET
def template_page(request: PersonRequest, slug: str) -> HttpResponse:
    """One entry: source, mark, state, schedule as published, what its source prints, errata, who stands for it."""
    row = latest_revision(slug)
    context = entry_view(selectors.entry_content(row)) | about_template(row, request.user) | {"latest": row}
    return render(request, "protocols/template.html", context)


def _line(standing: Standing) -> LibraryLine:
    line = line_of(selectors.entry_content(standing.row))
    return replace(line, origin=standing.row.origin, standing=standing.states)
