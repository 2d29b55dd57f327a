"""Pages of the drugs: list and search, one drug with everything said of it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from drugs import finding, selectors
from drugs.drug_page import drug_page
from drugs.names import drug_key


@requires(Permission.VIEW_LIBRARY)
@require_GET
def drug_list(request: PersonRequest) -> HttpResponse:
    """Drugs by name, a page at a time; or what a typed name finds or suggests."""
    typed = request.GET.get("q", "")[:200].strip()
    found = finding.search(typed, after=drug_key(request.GET.get("after", "")[:200]))
    return render(request, "drugs/list.html", {"typed": typed, "found": found})


@requires(Permission.VIEW_LIBRARY)
@require_GET
def drug(request: PersonRequest, name_key: str) -> HttpResponse:
    """One drug: names, skin tests, products, each value with its source and mark."""
    return render(request, "drugs/drug.html", {"page": drug_page(selectors.drug_of(name_key))})
