"""Pages that keep a record right: amend it, mark a mistake, join two records, say that somebody left or died."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from desens.records.versioned import StaleSave
from patients import finding, keeping_services, selectors, services
from patients.background_models import BackgroundEntry
from patients.entries import entry_of, entry_text
from patients.history import compared
from patients.keeping_forms import AmendForm, JoinForm, ReasonForm, StateForm
from patients.marking import marked
from patients.models import Patient
from patients.person import joining_of
from patients.selectors import PatientRow

page_or_form = require_http_methods(["GET", "POST"])
WHY_NOT = {
    "same": gettext_lazy("This is the record itself. Type the number or code of the other one."),
    "joined": gettext_lazy("One of the two is joined to another record already. Undo that first."),
    "leads": gettext_lazy("Other records are joined to that one. Open it and join this record to it."),
    "unknown": gettext_lazy("No record has this hospital number or code."),
}


@requires(Permission.AMEND_PATIENT)
@page_or_form
def patient_amend(request: PersonRequest, code: str) -> HttpResponse:
    """Correct who the patient is; a stale save shows what is stored beside what was typed."""
    found, today = selectors.patient_of(code), timezone.localdate()
    form, stale = AmendForm(request.POST or None, today=today, initial=AmendForm.opened(found)), None
    if request.method == "POST" and form.is_valid():
        try:
            _amend(request, found, form)
        except StaleSave:
            found.refresh_from_db()
            stale = compared(found, form.new_patient())
            form = form.reopened(found.version)
        except services.HospitalNumberTakenError as taken:
            form.number_taken(reverse("patient", args=[taken.patient.code]))
        else:
            return redirect("patient", code)
    context = _shown_head(request, found) | {"form": form, "stale": stale}
    return render(request, "patients/amend.html", context, status=200 if stale is None else 409)


@requires(Permission.MARK_ERROR)
@page_or_form
def entry_error(request: PersonRequest, code: str, kind: str, entry_key: str) -> HttpResponse:
    """Mark a measurement, a label or a statement as entered in error."""
    found = selectors.patient_of(code)
    entry = entry_of(found, kind, entry_key)
    form = ReasonForm(request.POST or None)
    if marked(request, form, partial(keeping_services.mark_in_error, entry=entry)):
        return redirect("background" if isinstance(entry, BackgroundEntry) else "patient", code)
    context = {"form": form, "entry_text": entry_text(entry)}
    return render(request, "patients/entry_error.html", _shown_head(request, found) | context)


@requires(Permission.JOIN_PATIENTS)
@page_or_form
def patient_join(request: PersonRequest, code: str) -> HttpResponse:
    """Join another record of the same person to this one, after both were shown side by side."""
    found = selectors.patient_of(code)
    form, other = JoinForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        other = finding.record_named(form.cleaned_data["other"])
        problem = _join(request, found, other, form)
        if problem is None:
            messages.success(request, _("Joined. The content of both records stands here."))
            return redirect("patient", code)
        if problem:
            form.add_error("other", WHY_NOT[problem])
    rows = [_row(request, record) for record in (found, other) if other is not None and record is not None]
    return render(request, "patients/join.html", _shown_head(request, found, other) | {"form": form, "records": rows})


@requires(Permission.JOIN_PATIENTS)
@page_or_form
def joining_undo(request: PersonRequest, code: str, other_code: str) -> HttpResponse:
    """Undo a joining: each record stands alone again."""
    found = selectors.patient_of(code)
    joining = joining_of(found, other_code)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        keeping_services.undo_joining(joining=joining, **_entry(request, form))
        messages.success(request, _("Undone. Each record stands alone again."))
        return redirect("patient", code)
    context = {"form": form, "other": _row(request, joining.patient), "joining": joining}
    return render(request, "patients/joining_undo.html", _shown_head(request, found, joining.patient) | context)


@requires(Permission.AMEND_PATIENT)
@page_or_form
def patient_state(request: PersonRequest, code: str) -> HttpResponse:
    """Record that the patient is in care, discharged or deceased."""
    found, today = selectors.patient_of(code), timezone.localdate()
    form = StateForm(request.POST or None, today=today, born=found.birth_date, initial={"since": today})
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("state", "since", "note", "entry_key")}
        services.record_state(patient=found, by=request.user, at=timezone.now(), **values)
        messages.success(request, _("Recorded."))
        return redirect("patient", code)
    return render(request, "patients/state.html", _shown_head(request, found) | {"form": form})


def _amend(request: PersonRequest, found: Patient, form: AmendForm) -> None:
    changed = keeping_services.amend_patient(
        patient=found,
        expected_version=form.cleaned_data["version"],
        new=form.new_patient(),
        by=request.user,
        at=timezone.now(),
    )
    messages.success(request, _("Amended. What stood before is in the history.") if changed else _("Nothing changed."))


def _join(request: PersonRequest, found: Patient, other: Patient | None, form: JoinForm) -> str | None:
    """Why the records are not joined: a reason, "" while it is not confirmed; None when they are."""
    if other is None:
        return "unknown"
    if other == found:
        return "same"
    if not form.cleaned_data["same_person"]:
        return ""
    try:
        keeping_services.join_records(leading=found, joined=other, **_entry(request, form))
    except keeping_services.CannotJoinError as refused:
        return refused.reason
    return None


def _entry(request: PersonRequest, form: ReasonForm) -> dict[str, Any]:
    data = form.cleaned_data
    return {"reason": data["reason"], "entry_key": data["entry_key"], "by": request.user, "at": timezone.now()}


def _row(request: PersonRequest, record: Patient) -> PatientRow:
    return PatientRow(**selectors.row_values(record, viewer=request.user, on=timezone.localdate()))


def _shown_head(request: PersonRequest, found: Patient, other: Patient | None = None) -> dict[str, Any]:
    """The banner of the record. That it is shown is a look, and so is showing the other one."""
    now = timezone.now()
    for record in {found, other or found}:
        looked(by=request.user, at=now, subject="patient", subject_code=record.code, patient_code=record.code)
    return {"identity": selectors.identity(found, viewer=request.user, on=timezone.localdate(now))}
