"""The papers of a session. Each is rendered before anything is noted (traps.md 10)."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from desens.printing.refusal import CannotPrint
from desens.unit.selectors import current
from patients.person import records_of
from patients.selectors import identity, patient_of
from reactions.skin_tests import selectors
from reactions.skin_tests.library_strengths import strengths_of
from reactions.skin_tests.paper import SessionPaper, preparation_list, test_sheet


@requires(Permission.PRINT_SHEET)
@require_GET
def sheet(request: PersonRequest, code: str, session_key: str) -> HttpResponse:
    """The test sheet that the nurse fills by hand, as PDF."""
    return _printed(request, code, session_key, "skin test sheet", test_sheet)


@requires(Permission.PRINT_SHEET)
@require_GET
def preparation(request: PersonRequest, code: str, session_key: str) -> HttpResponse:
    """The list by which the strengths are prepared, as PDF."""
    return _printed(request, code, session_key, "skin test preparation", preparation_list)


def _printed(
    request: PersonRequest, code: str, session_key: str, what: str, printed: Callable[[SessionPaper], bytes]
) -> HttpResponse:
    found = patient_of(code)
    person = records_of(found)
    shown = selectors.shown_session(person.ids, selectors.session_of(person.ids, session_key))
    unit = current()
    who = identity(found, viewer=request.user, on=timezone.localdate(), person=person)
    library = strengths_of([drug.name for drug in shown.drugs], unit=unit)
    try:
        pdf = printed(SessionPaper(identity=who, shown=shown, unit=unit, library=library))
    except CannotPrint as refusal:
        context = {"identity": who, "refusal": refusal, "session_key": session_key}
        return render(request, "reactions/skin_tests/cannot_print.html", context, status=422)
    key = session_key
    looked(
        by=request.user, at=timezone.now(), action="printed", subject=what, subject_code=key, patient_code=found.code
    )
    name = f"{what.replace(' ', '-')}-{shown.row.tested_on.isoformat()}.pdf"
    return HttpResponse(
        pdf, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'}
    )
