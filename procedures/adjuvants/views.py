"""The adjuvant medicines of a patient on one page, the forms that record them, and the mark that one was a mistake."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from drugs.culprits import culprits
from patients.keeping_forms import ReasonForm
from patients.marking import marked
from patients.models import Patient
from patients.person import PersonRecords, records_of
from patients.selectors import identity, patient_of
from procedures.adjuvants import selectors
from procedures.adjuvants.dose_form import DoseForm
from procedures.adjuvants.forms import OngoingForm, PlanForm, StopForm
from procedures.adjuvants.services import mark_adjuvant_in_error, record_dose, record_plan
from procedures.adjuvants.shown import shown_adjuvants
from reactions.recording.culprits import drug_names

MAY = {"record": Permission.RECORD_PROCEDURE, "mark_error": Permission.MARK_ERROR}
page_or_form = require_http_methods(["GET", "POST"])


@requires(Permission.VIEW_PROCEDURES)
@require_GET
def adjuvants(request: PersonRequest, code: str) -> HttpResponse:
    """Every dose by culprit with its days before, the interval, and the stop with its reason."""
    found = patient_of(code)
    person = _look(request, found)
    rows, plans = selectors.doses(person.ids), selectors.plans(person.ids)
    given = selectors.procedures_given(person.ids)
    drugs = culprits({*given, *(row.culprit_key for row in (*rows, *plans))})
    shown = shown_adjuvants(rows, plans, given, drugs)
    context = _head(request, found, person) | {"culprits": shown, "record": found}
    return render(request, "procedures/adjuvants/list.html", context)


@requires(Permission.RECORD_PROCEDURE)
@page_or_form
def adjuvant_dose(request: PersonRequest, code: str) -> HttpResponse:
    """Record a dose that was given."""
    found = patient_of(code)
    person = records_of(found)
    given = [pair for listed in selectors.procedures_given(person.ids).values() for pair in listed]
    counted = [pair for pair in reversed(given) if pair[1].known_day is not None]
    same_day = partial(selectors.dose_of_same_day, person.ids)
    asked = _asked(found) | {"counted": counted, "same_day": same_day}
    form = DoseForm(request.POST or None, initial=_initial(request), **asked)
    if request.method == "POST" and form.is_valid():
        key = form.cleaned_data["entry_key"]
        record_dose(patient=found, new=form.new_dose(), entry_key=key, by=request.user, at=timezone.now())
        messages.success(request, _("Recorded."))
        return redirect("adjuvants", code)
    _look(request, found)
    return _form_page(request, found, person, {"form": form, "title": _("Record a dose")})


@requires(Permission.RECORD_PROCEDURE)
@page_or_form
def adjuvant_plan(request: PersonRequest, code: str) -> HttpResponse:
    """Record the interval at which it goes on."""
    return _plan_page(request, code, PlanForm, _("Record the interval"))


@requires(Permission.RECORD_PROCEDURE)
@page_or_form
def adjuvant_stop(request: PersonRequest, code: str) -> HttpResponse:
    """Record that it was stopped, and why."""
    return _plan_page(request, code, StopForm, _("Record that it was stopped"))


@requires(Permission.MARK_ERROR)
@page_or_form
def adjuvant_error(request: PersonRequest, code: str, adjuvant_key: str) -> HttpResponse:
    """Mark a dose or a plan as entered in error."""
    found = patient_of(code)
    entry = selectors.adjuvant_of(found, adjuvant_key)
    form = ReasonForm(request.POST or None)
    if marked(request, form, partial(mark_adjuvant_in_error, entry=entry)):
        return redirect("adjuvants", code)
    context = _head(request, found, _look(request, found)) | {"form": form, "entry_text": entry.told}
    return render(request, "procedures/adjuvants/error.html", context)


def _plan_page(request: PersonRequest, code: str, kind: type[OngoingForm], title: str) -> HttpResponse:
    found = patient_of(code)
    form = kind(request.POST or None, initial=_initial(request), **_asked(found))
    if request.method == "POST" and form.is_valid():
        key = form.cleaned_data["entry_key"]
        record_plan(patient=found, new=form.new_plan(), entry_key=key, by=request.user, at=timezone.now())
        messages.success(request, _("Recorded."))
        return redirect("adjuvants", code)
    person = _look(request, found)
    return _form_page(request, found, person, {"form": form, "title": title})


def _asked(found: Patient) -> dict[str, Any]:
    return {"born": found.birth_date, "today": timezone.localdate()}


def _initial(request: PersonRequest) -> dict[str, str]:
    """The culprit that an address names."""
    return {"culprit": request.GET.get("culprit", "")[:200]}


def _look(request: PersonRequest, found: Patient) -> PersonRecords:
    looked(by=request.user, at=timezone.now(), subject="adjuvants", subject_code=found.code, patient_code=found.code)
    return records_of(found)


def _head(request: PersonRequest, found: Patient, person: PersonRecords) -> dict[str, Any]:
    may = {name: request.user.has(permission) for name, permission in MAY.items()}
    return {
        "identity": identity(found, viewer=request.user, on=timezone.localdate(), person=person),
        "may": may if person.leading == found else {},
    }


def _form_page(request: PersonRequest, found: Patient, person: PersonRecords, context: dict[str, Any]) -> HttpResponse:
    whole = _head(request, found, person) | {"drug_names": drug_names()} | context
    return render(request, "procedures/adjuvants/record.html", whole)
