"""Pages that show a template: an older revision, the history, and the template as a file."""

from itertools import pairwise
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from protocols.library_presenting import entry_view
from protocols.models import Template
from protocols.selectors import entry_content
from protocols.unit_templates.copying import content_of
from protocols.unit_templates.difference import changes
from protocols.unit_templates.exporting import library_file, specification_file
from protocols.unit_templates.presenting import about_template
from protocols.unit_templates.selectors import revision_of, revisions_of, standings


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


@requires(Permission.VIEW_LIBRARY)
@require_GET
def template_export(request: PersonRequest, slug: str, revision: int) -> HttpResponse:
    """The revision as a file of the library's own format."""
    row = revision_of(slug, revision)
    return _download(request, row, library_file(row), f"{slug}-{revision}.yaml")


@requires(Permission.VIEW_LIBRARY)
@require_GET
def template_specification(request: PersonRequest, slug: str, revision: int) -> HttpResponse:
    """The revision as a specification for the command `schedule`; 404 for what is not one specification."""
    row = revision_of(slug, revision)
    text = specification_file(row)
    if text is None:
        raise Http404
    return _download(request, row, text, f"{slug}-{revision}-specification.yaml")


def _download(request: PersonRequest, row: Template, text: str, name: str) -> HttpResponse:
    common: dict[str, Any] = {"by": request.user, "at": timezone.now(), "patient_code": ""}
    looked(action="exported", subject="template", subject_code=f"{row.slug}/{row.revision}", **common)
    response = HttpResponse(text, content_type="application/yaml; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
