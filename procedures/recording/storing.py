"""From a filled form to its record: the one service for it, and what the person is told."""

from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from desens.access.requests import PersonRequest
from patients.person import records_of
from procedures.models import Procedure
from procedures.recording import pages, sketching
from procedures.recording.amending import amend_procedure
from procedures.recording.differences import differences
from procedures.recording.form import ProcedureForm
from procedures.recording.more_rows import asked_rows, more_rows, sent_rows
from procedures.recording.opening import typed_text
from procedures.recording.services import ChangedSinceError, RecordedAlreadyError, record_procedure
from procedures.recording.setting import Setting
from procedures.recording.standing import of_procedure
from reactions.recording.culprits import unknown_culprit

CONFLICT = 409


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of a form: the procedure it is about, and whether it was kept."""

    procedure: Procedure
    kept: bool


def serve(request: PersonRequest, setting: Setting) -> HttpResponse:
    """The form, what was sent of it, or the way on."""
    if request.method == "GET":
        pages.look(request, setting.patient)
        return _page(request, setting, pages.opened_form(request, setting))
    if "keep" in request.POST:
        return render(request, "procedures/kept.html", {"saved_at": sketching.keep_sketch(request, setting)})
    if "drop" in request.POST:
        sketching.drop_sketch(request, setting)
        messages.info(request, _("What had been typed was thrown away."))
        return redirect(request.path)
    if "more_rows" in request.POST:
        return _more_rows(request, setting)
    form = ProcedureForm(request.POST, setting=setting)
    if not form.is_valid():
        sketching.keep_sketch(request, setting)
        return _page(request, setting, {"form": form})
    outcome = _stored(request, setting, form)
    if not outcome.kept:
        sketching.keep_sketch(request, setting)
        return _refused(request, setting, outcome.procedure)
    sketching.drop_sketch(request, setting)
    _tell(request, setting, outcome.procedure)
    return redirect("procedure", setting.patient.code, outcome.procedure.code)


def _more_rows(request: PersonRequest, setting: Setting) -> HttpResponse:
    """The same page with more rows of a kind; what was typed comes back as a sketch, or at once if too long for one."""
    letter = "p" if request.POST["more_rows"] == "p" else "e"
    rows = more_rows(letter, now=sent_rows(request.POST, letter))
    if sketching.keep_sketch(request, setting) is not None:
        return redirect(f"{request.path}?rows={rows}#rows-{letter}")
    return _page(request, setting, {"form": pages.form_of(typed_text(request.POST), setting, asked_rows(rows))})


def _stored(request: PersonRequest, setting: Setting, form: ProcedureForm) -> Outcome:
    assert form.new is not None  # noqa: S101  # a valid form has read everything
    common: dict[str, Any] = {"entry_key": form.cleaned_data["entry_key"], "by": request.user, "at": timezone.now()}
    if setting.procedure is None:
        try:
            return Outcome(procedure=record_procedure(patient=setting.patient, new=form.new, **common), kept=True)
        except RecordedAlreadyError as already:
            return Outcome(procedure=already.first, kept=False)
    seen = form.cleaned_data.get("seen") or 0
    try:
        amend_procedure(procedure=setting.procedure, seen=seen, new=form.amendment, **common)
    except ChangedSinceError:
        return Outcome(procedure=setting.procedure, kept=False)
    return Outcome(procedure=setting.procedure, kept=True)


def _refused(request: PersonRequest, setting: Setting, first: Procedure) -> HttpResponse:
    """Somebody was faster: both sides, and the form with what was typed, which now rests on what stands."""
    now = replace(setting, procedure=setting.procedure, stands=of_procedure(first) if setting.procedure else None)
    data = request.POST.copy()
    if now.stands is not None:
        data["seen"] = str(now.stands.particulars.number)
    form = ProcedureForm(data, setting=now)
    context = {
        "form": form,
        "first": first,
        "differences": differences(form, now) if now.stands else [],
        "refused": True,
    }
    return _page(request, now, context, status=CONFLICT)


def _tell(request: PersonRequest, setting: Setting, stored: Procedure) -> None:
    messages.success(request, _("Correction recorded.") if setting.procedure else _("Procedure recorded."))
    unknown = "" if setting.sheet else unknown_culprit(stored.culprit)
    if unknown:
        messages.warning(request, unknown)


def _page(request: PersonRequest, setting: Setting, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    head = pages.head_of(request, setting.patient, records_of(setting.patient))
    whole = head | pages.page_of(setting, context["form"]) | context
    return render(request, "procedures/record.html", whole, status=status)
