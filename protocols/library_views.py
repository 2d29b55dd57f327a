"""Pages of the protocol library: every published protocol with its source."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.roles import Permission
from protocols import selectors
from protocols.presenting import printed_heads


@requires(Permission.VIEW_LIBRARY)
@require_GET
def template_list(request: HttpRequest) -> HttpResponse:
    """Every template, its latest revision."""
    templates = [selectors.entry_content(row) for row in selectors.current_templates()]
    return render(request, "protocols/templates.html", {"templates": templates})


@requires(Permission.VIEW_LIBRARY)
@require_GET
def template_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One template: citation, mark, what is printed in its source, errata."""
    row = next((row for row in selectors.current_templates() if row.slug == slug), None)
    if row is None:
        raise Http404
    template = selectors.entry_content(row)
    heads = printed_heads(template.printed.columns) if template.printed else []
    return render(request, "protocols/template.html", {"template": template, "heads": heads})
