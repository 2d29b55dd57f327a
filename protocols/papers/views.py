"""The page "Check a sheet": what the record says of a printed sheet (safety.md H7)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from protocols.papers.finding import FoundSheet, sheets_of_hash
from protocols.papers.hash_form import ShortHashForm


@requires(Permission.PRINT_SHEET)
@require_http_methods(["GET", "POST"])
def check_a_sheet(request: PersonRequest) -> HttpResponse:
    """Type the short hash of a sheet: whose it is, and whether it still holds. By POST, so that no address tells it."""
    form, found = ShortHashForm(request.POST if request.method == "POST" else None), None
    if form.is_bound and form.is_valid():
        found = sheets_of_hash(
            form.cleaned_data["hash"], viewer=request.user, at=timezone.now(), on=timezone.localdate()
        )
        _look(request, found)
    return render(request, "protocols/papers/check_a_sheet.html", {"form": form, "found": found})


def _look(request: PersonRequest, found: list[FoundSheet]) -> None:
    for sheet in found:
        row = sheet.shown.row
        looked(
            by=request.user,
            at=timezone.now(),
            subject="version",
            subject_code=f"{row.protocol.code}/{row.number}",
            patient_code=sheet.who.code,
        )
