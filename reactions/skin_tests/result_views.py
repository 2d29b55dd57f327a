"""Results as they are entered from the test sheet, judged while they are typed."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.unit.selectors import current
from reactions.skin_test_choices import ReadAfter
from reactions.skin_tests import services
from reactions.skin_tests.measured_words import when_text
from reactions.skin_tests.pages import entry_of, head, session_opened
from reactions.skin_tests.previewing import preview
from reactions.skin_tests.results_form import ResultsForm


@requires(Permission.RECORD_TEST)
@require_http_methods(["GET", "POST"])
def results(request: PersonRequest, code: str, session_key: str, read_after: str) -> HttpResponse:
    """One round of readings; while it is typed, htmx asks what it says."""
    if read_after not in ReadAfter.values:
        raise Http404
    at, row = session_opened(request, code, session_key)
    form = ResultsForm(request.POST or None, session=row, read_after=ReadAfter(read_after), today=timezone.localdate())
    if request.htmx:
        cells = preview(form, unit=current())
        return render(request, "reactions/skin_tests/result_cells.html", {"cells": cells})
    if request.method == "POST" and form.is_valid():
        services.record_round(patient=at.patient, session=row, new=form.new_round(), **entry_of(request, form))
        messages.success(request, _("Recorded."))
        return redirect("skin_test_session", code, row.entry_key)
    lines = list(zip(form.rows(), preview(form, unit=current()), strict=True))
    context = head(request, at) | {"form": form, "row": row, "lines": lines, "when": when_text(form.read_after)}
    return render(request, "reactions/skin_tests/results.html", context)
