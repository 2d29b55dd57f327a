"""The page for which the department opens the application: one patient's desensitizations."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from patients.person import records_of
from patients.selectors import identity, patient_of
from review.history.addresses import record_address
from review.history.courses import history
from review.history.legend import legend
from review.history.marks import GLYPHS


@requires(Permission.VIEW_PROCEDURES)
@require_GET
def history_page(request: PersonRequest, code: str) -> HttpResponse:
    """Per culprit drug every cycle with all that belongs to it."""
    found, now = patient_of(code), timezone.now()
    looked(by=request.user, at=now, subject="history", subject_code=found.code, patient_code=found.code)
    person = records_of(found)
    context: dict[str, Any] = {
        "identity": identity(found, viewer=request.user, on=timezone.localdate(now), person=person),
        "courses": history(person, code=code, viewer=request.user),
        "legend": legend(),
        "adjuvant_glyph": GLYPHS["adjuvant"],
        "may_print": request.user.has(Permission.PRINT_REPORT),
        "record_address": record_address(code) if request.user.has(Permission.RECORD_PROCEDURE) else "",
    }
    return render(request, "review/history/history.html", context)
