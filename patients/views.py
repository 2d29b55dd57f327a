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
from desens.access.models import User
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from patients import finding, selectors, services
from patients.background.selectors import open_loops
from patients.forms import AllergyForm, MeasurementForm, NoKnownAllergiesForm
from patients.history import history_of
from patients.keeping_forms import FindForm
from patients.labels import label_stories, overtaken_by
from patients.models import AllergyLabel, Patient
from patients.person import PersonRecords, records_of
from patients.register_form import RegisterForm
from patients.selectors import PatientRow

MAY = {
    "register": Permission.REGISTER_PATIENT,
    "see_identity": Permission.SEE_IDENTITY,
    "measure": Permission.RECORD_MEASUREMENT,
    "label": Permission.RECORD_ALLERGY,
    "background": Permission.RECORD_BACKGROUND,
    "test": Permission.RECORD_TEST,
    "prescribe": Permission.WRITE_PROTOCOL,
    "mark_error": Permission.MARK_ERROR,
    "amend": Permission.AMEND_PATIENT,
    "join": Permission.JOIN_PATIENTS,
    "trail": Permission.VIEW_TRAIL,
}


@requires(Permission.VIEW_PATIENTS)
@require_http_methods(["GET", "POST"])
def patient_list(request: PersonRequest) -> HttpResponse:
    """Patients by name, or those found. A search is posted: a name or number stands in no address and no log."""
    form = FindForm(request.POST or None)
    text = form.cleaned_data["find"] if form.is_valid() else ""
    mark = (request.POST if text else request.GET).get("after", "")[:20].replace("\0", "")
    common: dict[str, Any] = {"viewer": request.user, "on": timezone.localdate(), "after": mark}
    page = finding.find_page(text=text, **common) if text else selectors.patient_page(**common)
    context = {"form": form, "text": text, "page": page, "may": _may(request.user)}
    response = render(request, "patients/list.html" + ("#found" if request.htmx else ""), context)
    response.headers["Vary"] = "HX-Request"
    return response


@requires(Permission.REGISTER_PATIENT)
@require_http_methods(["GET", "POST"])
def patient_register(request: PersonRequest) -> HttpResponse:
    """Register a new patient, once it is clear that nobody like that is there."""
    form = RegisterForm(request.POST or None, today=timezone.localdate())
    alike: tuple[PatientRow, ...] = ()
    if request.method == "POST" and form.is_valid():
        alike = _alike(request, form)
        patient = None if alike else _registered(request, form)
        if patient is not None:
            messages.success(request, _("Registered."))
            return redirect("patient", patient.code)
    return render(request, "patients/register.html", {"form": form, "alike": alike})


@requires(Permission.VIEW_PATIENTS)
@require_GET
def patient(request: PersonRequest, code: str) -> HttpResponse:
    """One patient: measurements, allergies, and how the record came to be as it is."""
    found = selectors.patient_of(code)
    _look(request, found)
    person = records_of(found)
    context = _head(request, found, person) | {
        "record": found,
        "may": _may(request.user) if person.leading == found else {},
        "person": person,
        "measurements": selectors.measurements(person.ids),
        "stories": label_stories(selectors.labels_history(person.ids)),
        "statements": selectors.statements_history(person.ids),
        "loops": open_loops(person.ids, on=timezone.localdate()),
        "history": history_of(person, viewer=request.user),
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
    _look(request, found)
    return render(request, "patients/measurement.html", head | {"form": form})


@requires(Permission.RECORD_ALLERGY)
@require_http_methods(["GET", "POST"])
def allergy_record(request: PersonRequest, code: str) -> HttpResponse:
    """Record an allergy label, or that the status of one changed."""
    found, today = selectors.patient_of(code), timezone.localdate()
    form = AllergyForm(request.POST or None, today=today, born=found.birth_date, initial={"noted_on": today})
    if request.method == "POST" and form.is_valid():
        label = services.record_allergy(patient=found, new=form.new_label(), **_entry(request, form))
        _tell_label(request, overtaken_by(selectors.standing_labels(found), label))
        return redirect("patient", code)
    none_form = NoKnownAllergiesForm(today=today)
    _look(request, found)
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


def _tell_label(request: PersonRequest, standing: AllergyLabel | None) -> None:
    """What was recorded, and where it changes nothing today, what stands instead."""
    if standing is None:
        messages.success(request, _("Allergy recorded."))
        return
    words = _("Recorded in the history. A later label stands: %(substance)s, %(status)s since %(date)s.")
    values = {"substance": standing.substance, "date": standing.noted_on.isoformat()}
    messages.warning(request, words % (values | {"status": standing.get_status_display()}))


def _entry(request: PersonRequest, form: Any) -> dict[str, Any]:
    return {"entry_key": form.cleaned_data["entry_key"], "by": request.user, "at": timezone.now()}


def _alike(request: PersonRequest, form: RegisterForm) -> tuple[PatientRow, ...]:
    data = form.cleaned_data
    if data["another_person"]:
        return ()
    return finding.likely_duplicates(
        names=(data["family_name"], data["given_name"]),
        born=data["birth_date"],
        entry_key=data["entry_key"],
        viewer=request.user,
        on=form.today,
    )


def _registered(request: PersonRequest, form: RegisterForm) -> Patient | None:
    try:
        return services.register_patient(new=form.new_patient(), first=form.first_entries(), **_entry(request, form))
    except services.HospitalNumberTakenError as taken:
        form.number_taken(reverse("patient", args=[taken.patient.code]))
        return None


def _head(request: PersonRequest, found: Patient, person: PersonRecords | None = None) -> dict[str, Any]:
    head = selectors.identity(found, viewer=request.user, on=timezone.localdate(), person=person)
    return {"identity": head, "may": _may(request.user)}


def _may(user: User) -> dict[str, bool]:
    return {name: user.has(permission) for name, permission in MAY.items()}


def _look(request: PersonRequest, found: Patient) -> None:
    looked(by=request.user, at=timezone.now(), subject="patient", subject_code=found.code, patient_code=found.code)
