"""The address of the allergy report. It is rendered before anything is noted (traps.md 10)."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from desens.printing.refusal import CannotPrint
from desens.unit.selectors import current
from patients.labels import label_stories
from patients.selectors import labels_history
from reactions.assessing.addressed import addressed
from reactions.assessing.gathering import gather
from reactions.documents import letter
from reactions.documents.responses import pdf_response
from reactions.documents.unit_head import unit_head


@requires(Permission.PRINT_REPORT)
@require_GET
def reaction_report(request: PersonRequest, code: str, case_key: UUID) -> HttpResponse:
    """The letter, as PDF."""
    about, now, unit = addressed(request, code, case_key), timezone.now(), current()
    try:
        pdf = letter.render(
            letter.Letter(
                identity=about.identity,
                gathered=gather(about.ids, about.reaction),
                stories=label_stories(labels_history(about.ids)),
                unit=unit,
                head=unit_head(unit),
                printed_by=str(request.user),
                printed_at=now,
            )
        )
    except CannotPrint as refusal:
        back = reverse("reaction", args=[code, case_key])
        context = {"identity": about.identity, "refusal": refusal, "back": back}
        return render(request, "reactions/documents/cannot_print.html", context, status=422)
    looked(
        by=request.user,
        at=now,
        action="printed",
        subject="allergy report",
        subject_code=str(case_key),
        patient_code=about.patient.code,
    )
    return pdf_response(pdf, f"allergy-report-{timezone.localdate(now).isoformat()}.pdf")
