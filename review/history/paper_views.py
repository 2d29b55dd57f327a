"""The address of the printed history. It is rendered before anything is noted (traps.md 10)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from desens.printing.refusal import CannotPrint
from desens.unit.selectors import current
from patients.person import records_of
from patients.selectors import identity, patient_of
from reactions.documents.responses import pdf_response
from reactions.documents.unit_head import unit_head
from review.history import paper
from review.history.courses import history


@requires(Permission.PRINT_REPORT)
@require_GET
def history_pdf(request: PersonRequest, code: str) -> HttpResponse:
    """One page, as PDF, named by the patient's code."""
    found, now = patient_of(code), timezone.now()
    person = records_of(found)
    who = identity(found, viewer=request.user, on=timezone.localdate(now), person=person)
    try:
        pdf = paper.render(
            paper.Paper(
                identity=who,
                courses=history(person, code=code, viewer=request.user),
                head=unit_head(current()),
                printed_by=str(request.user),
                printed_at=now,
            )
        )
    except CannotPrint as refusal:
        title = _("This history cannot be printed")
        context = {"identity": who, "refusal": refusal, "back": reverse("history", args=[code]), "title": title}
        return render(request, "reactions/documents/cannot_print.html", context, status=422)
    said = {"action": "printed", "subject": "history", "subject_code": found.code, "patient_code": found.code}
    looked(by=request.user, at=now, **said)
    return pdf_response(pdf, f"history-{found.code}-{timezone.localdate(now).isoformat()}.pdf")
