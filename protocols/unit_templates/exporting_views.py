"""A template as a file to download."""

from typing import Any

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from protocols.models import Template
from protocols.unit_templates.exporting import library_file, specification_file
from protocols.unit_templates.selectors import revision_of


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
