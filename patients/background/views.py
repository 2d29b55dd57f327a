"""The background of a patient on one page, and one form for each kind of entry."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from patients.background import selectors, services
from patients.background.kinds import KINDS
from patients.background.medicine_form import NoMedicinesForm
from patients.labels import label_stories
from patients.models import Patient
from patients.person import PersonRecords, records_of
from patients.selectors import identity, labels_history, patient_of, statements_history

MAY = {
    "background": Permission.RECORD_BACKGROUND,
    "label": Permission.RECORD_ALLERGY,
    "mark_error": Permission.MARK_ERROR,
}


@requires(Permission.VIEW_PATIENTS)
@require_GET
def background(request: PersonRequest, code: str) -> HttpResponse:
    """Everything on one page."""
    found, today = patient_of(code), timezone.localdate()
    looked(by=request.user, at=timezone.now(), subject="background", subject_code=found.code, patient_code=found.code)
    person = records_of(found)
    context = _head(request, found, person) | {
        "record": found,
        "may": _may(request) if person.leading == found else {},
        "background": selectors.background(person.ids, on=today),
        "stories": label_stories(labels_history(person.ids)),
        "statements": statements_history(person.ids),
    }
    return render(request, "patients/background/background.html", context)


@requires(Permission.RECORD_BACKGROUND)
@require_http_methods(["GET", "POST"])
def record(request: PersonRequest, code: str, *, kind: str) -> HttpResponse:
    """Record one entry of the kind."""
    found = patient_of(code)
    person = records_of(found)
    form_class, service = KINDS[kind]
    initial = {name: request.GET[name][:40] for name in ("line", "of") if name in request.GET}
    common: dict[str, Any] = {"patient": found, "ids": person.ids, "today": timezone.localdate()}
    form = form_class(request.POST or None, initial=initial, **common)
    if request.method == "POST" and form.is_valid():
        service(patient=found, new=form.new_entry(), **_entry(request, form))
        messages.success(request, str(form.told))
        return redirect("background", code)
    none_form = NoMedicinesForm(today=form.today) if kind == "medicine" else None
    context = _head(request, found, person) | {"form": form, "none_form": none_form}
    return render(request, "patients/background/entry.html", context)


@requires(Permission.RECORD_BACKGROUND)
@require_POST
def no_medicines(request: PersonRequest, code: str) -> HttpResponse:
    """State that none of the interfering medicines is taken."""
    found, today = patient_of(code), timezone.localdate()
    form = NoMedicinesForm(request.POST, today=today)
    if not form.is_valid():
        messages.error(request, _("The page was incomplete. Nothing was recorded; try again."))
        return redirect("background_medicine", code)
    try:
        services.state_no_medicines(patient=found, stated_on=today, **_entry(request, form))
    except services.MedicinesTakenError:
        messages.error(request, _("A medicine is recorded as ongoing. Record that it was stopped first."))
        return redirect("background_medicine", code)
    messages.success(request, _("Recorded: none of these medicines is taken."))
    return redirect("background", code)


def _entry(request: PersonRequest, form: Any) -> dict[str, Any]:
    return {"entry_key": form.cleaned_data["entry_key"], "by": request.user, "at": timezone.now()}


def _head(request: PersonRequest, found: Patient, person: PersonRecords) -> dict[str, Any]:
    return {"identity": identity(found, viewer=request.user, on=timezone.localdate(), person=person)}


def _may(request: PersonRequest) -> dict[str, bool]:
    return {name: request.user.has(permission) for name, permission in MAY.items()}
