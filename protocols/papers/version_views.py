"""What is printed from a version. The document is drawn before anything is written (traps.md 10)."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from protocols.documents import patient_calendar, preparation_sheet
from protocols.engine import DaysSchedule
from protocols.making.on_paper import beside_of
from protocols.making.selectors import standing_made
from protocols.models import Paper
from protocols.papers.dosing import patient_calendar_of
from protocols.papers.handing import handed_out
from protocols.papers.preparing import preparation_sheet_of
from protocols.papers.sheet import drawn_sheet
from protocols.papers.subject import subject_of


@requires(Permission.PRINT_SHEET)
@require_GET
def nursing_sheet_pdf(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """The nursing sheet of one version, as PDF."""
    subject = subject_of(code, protocol_code, number, viewer=request.user)
    return handed_out(request, subject, Paper.NURSING_SHEET, lambda: drawn_sheet(subject))


@requires(Permission.PRINT_SHEET)
@require_GET
def preparation_sheet_pdf(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """How the pharmacy makes the bags of one version, as PDF; 404 where there are none."""
    subject = subject_of(code, protocol_code, number, viewer=request.user)
    if not subject.shown.document.is_infused:
        raise Http404
    made = standing_made(subject.shown.row)

    def draw() -> bytes:
        return preparation_sheet.render(preparation_sheet_of(subject, made))

    return handed_out(request, subject, Paper.PREPARATION_SHEET, draw, beside=beside_of(made))


@requires(Permission.PRINT_SHEET)
@require_GET
def patient_calendar_pdf(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """The patient's calendar of doses over days, as PDF; where nothing is taken day by day, back to the version."""
    subject = subject_of(code, protocol_code, number, viewer=request.user)
    if not isinstance(subject.shown.document.schedule, DaysSchedule):
        return redirect("version", code, protocol_code, number)
    return handed_out(request, subject, Paper.CALENDAR, lambda: patient_calendar.render(patient_calendar_of(subject)))
