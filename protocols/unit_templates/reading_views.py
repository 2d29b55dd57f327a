"""Pages that show a template: an older revision, and the history."""

from itertools import pairwise

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from protocols.library_presenting import entry_view
from protocols.selectors import entry_content
from protocols.unit_templates.copying import content_of
from protocols.unit_templates.difference import changes
from protocols.unit_templates.presenting import about_template
from protocols.unit_templates.selectors import revision_of, revisions_of
from protocols.unit_templates.standing import standings


@requires(Permission.VIEW_LIBRARY)
@require_GET
def template_revisions(request: HttpRequest, slug: str) -> HttpResponse:
    """Every revision, the newest first, with what changed in each."""
    rows = revisions_of(slug)
    found = [changes(content_of(older), content_of(newer)) for newer, older in pairwise(rows)]
    lines = zip(standings(rows, on=timezone.localdate()), [*found, None], strict=True)
    return render(request, "protocols/unit_templates/revisions.html", {"latest": rows[0], "lines": list(lines)})


@requires(Permission.VIEW_LIBRARY)
@require_GET
def template_revision(request: PersonRequest, slug: str, revision: int) -> HttpResponse:
    """One revision as it was."""
    row = revision_of(slug, revision)
    latest = revisions_of(slug)[0]
    context = entry_view(entry_content(row)) | about_template(row, request.user) | {"latest": latest}
    return render(request, "protocols/template.html", context)
