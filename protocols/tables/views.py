"""The page "Check a table". It stores nothing: what was typed comes back with what was found."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.roles import Permission
from protocols.tables.forms import TableForm
from protocols.tables.presenting import checked_table


@requires(Permission.VIEW_LIBRARY)
@require_http_methods(["GET", "POST"])
def check_a_table(request: HttpRequest) -> HttpResponse:
    """Paste or type a printed table; every contradiction at its cell, the corrected schedule beside it."""
    form = TableForm(request.POST if request.method == "POST" else None)
    checked = checked_table(form.read) if form.is_bound and form.is_valid() else None
    return render(request, "protocols/check_table.html", {"form": form, "checked": checked})
