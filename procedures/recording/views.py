"""The pages on which a procedure is recorded from its sheet or from memory, corrected, and marked as an error."""

from dataclasses import replace
from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from patients.keeping_forms import ReasonForm
from patients.keeping_services import mark_in_error
from patients.marking import marked
from patients.person import records_of
from patients.selectors import patient_of
from procedures.models import Procedure
from procedures.recording import pages
from procedures.recording.selectors import procedure_of, recorded_of, sheet_of_procedure
from procedures.recording.setting import Setting
from procedures.recording.sheet import sheet_of
from procedures.recording.shown import shown_procedure
from procedures.recording.standing import of_procedure
from procedures.recording.storing import serve
from protocols.selectors import protocol_of, shown_version

page_or_form = require_http_methods(["GET", "POST"])


@requires(Permission.VIEW_PROCEDURES)
@require_GET
def procedure(request: PersonRequest, code: str, procedure_code: str) -> HttpResponse:
    """Everything that was recorded of one procedure, with what was corrected."""
    found = patient_of(code)
    person = pages.look(request, found)
    row = procedure_of(person.ids, procedure_code)
    context = pages.head_of(request, found, person) | {"shown": shown_procedure(row), "row": row}
    return render(request, "procedures/procedure.html", context)


@requires(Permission.RECORD_PROCEDURE)
@page_or_form
def procedure_new(request: PersonRequest, code: str) -> HttpResponse:
    """Record a procedure of an earlier protocol: as little as date, drug, steps and outcome."""
    return serve(request, Setting(patient=patient_of(code), now=timezone.now()))


@requires(Permission.RECORD_PROCEDURE)
@page_or_form
def procedure_given(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """Record what was given of a released version, row by row as on its sheet."""
    found = patient_of(code)
    shown = shown_version(protocol_of(found, protocol_code), number)
    if shown.standing.release is None:
        messages.info(request, _("This version was not released: nothing of it can have been given."))
        return redirect("version", code, protocol_code, number)
    sheet = sheet_of(shown)
    first = None if sheet.by_day else recorded_of(shown.row)
    if first is not None and request.method == "GET":
        messages.info(request, _("This procedure is recorded already. Correct it here where it is wrong."))
        return redirect("procedure", code, first.code)
    return serve(request, Setting(patient=found, now=timezone.now(), sheet=sheet))


@requires(Permission.RECORD_PROCEDURE)
@page_or_form
def procedure_correct(request: PersonRequest, code: str, procedure_code: str) -> HttpResponse:
    """Correct what was recorded."""
    found = patient_of(code)
    row = procedure_of(records_of(found).ids, procedure_code)
    if hasattr(row, "error"):
        return _told_in_error(request, row)
    setting = Setting(patient=found, now=timezone.now(), sheet=sheet_of_procedure(row))
    return serve(request, replace(setting, procedure=row, stands=of_procedure(row)))


@requires(Permission.MARK_ERROR)
@page_or_form
def procedure_error(request: PersonRequest, code: str, procedure_code: str) -> HttpResponse:
    """Mark a procedure as entered in error: it stays, struck, and counts nowhere."""
    found = patient_of(code)
    person = pages.look(request, found)
    row = procedure_of(person.ids, procedure_code)
    form = ReasonForm(request.POST or None)
    if marked(request, form, partial(mark_in_error, entry=row)):
        return redirect("procedure", code, row.code)
    if hasattr(row, "error"):
        return _told_in_error(request, row)
    told = f"{row.culprit} · {of_procedure(row).particulars.day_text}"
    context = pages.head_of(request, found, person) | {"form": form, "entry_text": told, "row": row}
    return render(request, "procedures/error.html", context)


def _told_in_error(request: PersonRequest, row: Procedure) -> HttpResponse:
    messages.info(request, _("This procedure was marked as entered in error. Record it anew where it was given."))
    return redirect("procedure", row.patient.code, row.code)
