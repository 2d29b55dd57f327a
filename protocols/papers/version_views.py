"""What is printed from a version. The document is drawn before anything is written (traps.md 10)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from protocols.documents import nursing_sheet, preparation_sheet
from protocols.models import Paper
from protocols.papers.handing import handed_out
from protocols.papers.nursing import sheet_of
from protocols.papers.preparing import preparation_sheet_of
from protocols.papers.subject import Subject, subject_of


@requires(Permission.PRINT_SHEET)
@require_GET
def nursing_sheet_pdf(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """The nursing sheet of one version, as PDF."""
    subject = subject_of(code, protocol_code, number, viewer=request.user)
    if not subject.shown.document.is_infused:
        return _no_infusion(request, subject)
    return handed_out(request, subject, Paper.NURSING_SHEET, lambda: nursing_sheet.render(sheet_of(subject)))


@requires(Permission.PRINT_SHEET)
@require_GET
def preparation_sheet_pdf(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """How the pharmacy makes the bags of one version, as PDF."""
    subject = subject_of(code, protocol_code, number, viewer=request.user)
    if not subject.shown.document.is_infused:
        return _no_infusion(request, subject)
    return handed_out(
        request, subject, Paper.PREPARATION_SHEET, lambda: preparation_sheet.render(preparation_sheet_of(subject))
    )


def _no_infusion(request: PersonRequest, subject: Subject) -> HttpResponse:
    context = {"identity": subject.who, "protocol": subject.protocol, "shown": subject.shown}
    return render(request, "protocols/oral/no_sheet.html", context)
