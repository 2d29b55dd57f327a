"""Pages about a patient: one job each; the patient is fetched, a form filled, one service called."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from patients import selectors, services
from patients.forms import AllergyForm, MeasurementForm, NoKnownAllergiesForm, RegisterForm
from patients.models import Patient

MAY = {
    "measure": Permission.RECORD_MEASUREMENT,
    "label": Permission.RECORD_ALLERGY,
    "prescribe": Permission.WRITE_PROTOCOL,
}


@requires(Permission.VIEW_PATIENTS)
@require_GET
def patient_list(request: PersonRequest) -> HttpResponse:
    """Patients by name, a page at a time."""
    page = selectors.patient_page(
        viewer=request.user, on=timezone.localdate(), after=request.GET.get("after", "")[:12].replace("\0", "")
    )
    may_register = request.user.has(Permission.REGISTER_PATIENT)
    return render(request, "patients/list.html", {"page": page, "may_register": may_register})


@requires(Permission.REGISTER_PATIENT)
@require_http_methods(["GET", "POST"])
def patient_register(request: PersonRequest) -> HttpResponse:
    """Register a new patient."""
    form = RegisterForm(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            patient = services.register_patient(
                new=form.new_patient(), entry_key=form.cleaned_data["entry_key"], by=request.user, at=timezone.now()
            )
        except services.HospitalNumberTakenError as taken:
            form.number_taken(reverse("patient", args=[taken.patient.code]))
        else:
            messages.success(request, _("Registered. Next: record the allergies and the weight."))
            return redirect("patient", patient.code)
    return render(request, "patients/register.html", {"form": form})


@requires(Permission.VIEW_PATIENTS)
@require_GET
def patient(request: PersonRequest, code: str) -> HttpResponse:
    """One patient: measurements, allergies, protocols."""
    found = selectors.patient_of(code)
    _look(request, found)
    context = _head(request, found) | {
        "measurements": selectors.measurements(found),
        "labels": selectors.labels_history(found),
    }
    return render(request, "patients/patient.html", context)


@requires(Permission.RECORD_MEASUREMENT)
@require_http_methods(["GET", "POST"])
def measurement_record(request: PersonRequest, code: str) -> HttpResponse:
    """Record a weight or height."""
    found = selectors.patient_of(code)
    head, today = _head(request, found), timezone.localdate()
    before = {"weight": head["identity"].weight, "height": head["identity"].height}
    form = MeasurementForm(
        request.POST or None, today=today, born=found.birth_date, before=before, initial={"measured_on": today}
    )
    if request.method == "POST" and form.is_valid():
        services.record_measurements(patient=found, new=form.new_measurements(), **_entry(request, form))
        messages.success(request, _("Measurement recorded."))
        return redirect("patient", code)
    return render(request, "patients/measurement.html", head | {"form": form})


@requires(Permission.RECORD_ALLERGY)
@require_http_methods(["GET", "POST"])
def allergy_record(request: PersonRequest, code: str) -> HttpResponse:
    """Record an allergy label, or that the status of one changed."""
    found, today = selectors.patient_of(code), timezone.localdate()
    form = AllergyForm(request.POST or None, today=today, initial={"noted_on": today})
    if request.method == "POST" and form.is_valid():
        services.record_allergy(patient=found, new=form.new_label(), **_entry(request, form))
        messages.success(request, _("Allergy recorded."))
        return redirect("patient", code)
    none_form = NoKnownAllergiesForm(today=today)
    return render(request, "patients/allergy.html", _head(request, found) | {"form": form, "none_form": none_form})


@requires(Permission.RECORD_ALLERGY)
@require_POST
def allergies_none(request: PersonRequest, code: str) -> HttpResponse:
    """State that no drug allergy is known."""
    found, today = selectors.patient_of(code), timezone.localdate()
    form = NoKnownAllergiesForm(request.POST, today=today)
    if not form.is_valid():
        messages.error(request, _("The page was incomplete. Nothing was recorded; try again."))
        return redirect("allergy_record", code)
    try:
        services.state_no_known_allergies(patient=found, stated_on=today, **_entry(request, form))
    except services.AllergiesKnownError:
        messages.error(request, _("A suspected or confirmed allergy stands. Record it as refuted first."))
        return redirect("allergy_record", code)
    messages.success(request, _("Recorded: no known drug allergies."))
    return redirect("patient", code)


def _entry(request: PersonRequest, form: Any) -> dict[str, Any]:
    return {"entry_key": form.cleaned_data["entry_key"], "by": request.user, "at": timezone.now()}


def _head(request: PersonRequest, found: Patient) -> dict[str, Any]:
    user = request.user
    may = {name: user.has(permission) for name, permission in MAY.items()}
    return {"identity": selectors.identity(found, viewer=user, on=timezone.localdate()), "may": may}


def _look(request: PersonRequest, found: Patient) -> None:
    looked(by=request.user, at=timezone.now(), subject="patient", subject_code=found.code, patient_code=found.code)
