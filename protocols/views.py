"""Pages of a patient's protocols. The patient is fetched first, everything else through the patient."""

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
from desens.unit.selectors import current
from patients.models import Patient
from patients.selectors import identity, patient_of
from protocols import selectors, services, standing
from protocols.dose_form import carried
from protocols.forms import ProtocolForm, initial_of
from protocols.lifecycle.shown import standing_view
from protocols.preparation_presenting import preparation_of
from protocols.prescribable import only_prescribable
from protocols.presenting import Proposal, orders_view, proposal_of, schedule_view, version_figure
from protocols.rescues import rescue_outdated
from protocols.selectors import ShownVersion


@requires(Permission.VIEW_PROTOCOLS)
@require_GET
def protocol_list(request: PersonRequest, code: str) -> HttpResponse:
    """The patient's protocols, the newest first."""
    patient = patient_of(code)
    _look(request, patient, "protocols", patient.code)
    context = _head(request, patient) | {"protocols": selectors.protocols_of(patient)}
    return render(request, "protocols/list.html", context)


@requires(Permission.WRITE_PROTOCOL)
@require_http_methods(["GET", "POST"])
@only_prescribable
def protocol_new(request: PersonRequest, code: str) -> HttpResponse:
    """Choose, see the schedule at once, save the first draft."""
    patient = patient_of(code)
    unit = current()
    begins = request.POST.get("action") == "carry"
    initial = standing.first_choices(unit, telephone=request.user.telephone) | (carried(request.POST) if begins else {})
    form = ProtocolForm(None if begins else request.POST or None, initial=initial, unit=unit)
    proposal = proposal_of(form)
    if _saves(request, proposal):
        version = services.start_protocol(patient=patient, prescription=form.prescription(), **_entry(request, form))
        return _saved(request, patient, version)
    _look_at_form(request, patient, patient.code)
    return _editor(request, patient, {"form": form, "proposal": proposal})


@requires(Permission.WRITE_PROTOCOL)
@require_http_methods(["GET", "POST"])
@only_prescribable
def version_new(request: PersonRequest, code: str, protocol_code: str) -> HttpResponse:
    """The next draft, from the latest one; refused when somebody saved meanwhile."""
    patient = patient_of(code)
    protocol = selectors.protocol_of(patient, protocol_code)
    latest = selectors.shown_version(protocol, selectors.latest_number(protocol))
    form = ProtocolForm(request.POST or None, initial=initial_of(latest.document.choices), unit=current())
    proposal = proposal_of(form)
    based_on = _based_on(request) if request.method == "POST" else latest.row.number
    context = {"form": form, "proposal": proposal, "protocol": protocol, "based_on": based_on}
    if _saves(request, proposal):
        try:
            version = services.add_version(
                protocol=protocol, based_on=based_on, prescription=form.prescription(), **_entry(request, form)
            )
        except services.StaleVersionError:
            return _editor(request, patient, context | _theirs(latest))
        return _saved(request, patient, version)
    _look_at_form(request, patient, f"{protocol_code}/{latest.row.number}")
    return _editor(request, patient, context)


@requires(Permission.VIEW_PROTOCOLS)
@require_GET
def version(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """One version as it was saved: schedule, findings, orders."""
    patient = patient_of(code)
    protocol = selectors.protocol_of(patient, protocol_code)
    shown = selectors.shown_version(protocol, number)
    _look(request, patient, "version", f"{protocol_code}/{number}")
    head, versions = _head(request, patient), selectors.versions_of(protocol)
    context = {
        "protocol": protocol,
        "shown": shown,
        "rescue_outdated": rescue_outdated(shown.document, head["identity"]),
        "schedule": schedule_view(shown.document),
        "figure": version_figure(shown.document),
        "versions": versions,
        "preparation": preparation_of(shown.document, protocol.drug, current()),
        "may_print": request.user.has(Permission.PRINT_SHEET),
        **standing_view(shown, versions[0], viewer=request.user, at=timezone.now()),
    }
    return render(request, "protocols/version.html", head | context | orders_view(shown.document))


def _theirs(latest: ShownVersion) -> dict[str, Any]:
    return {"theirs": latest, "their_view": schedule_view(latest.document), "based_on": latest.row.number}


def _head(request: PersonRequest, patient: Patient) -> dict[str, Any]:
    return {
        "identity": identity(patient, viewer=request.user, on=timezone.localdate()),
        "may_prescribe": request.user.has(Permission.WRITE_PROTOCOL),
    }


def _entry(request: PersonRequest, form: ProtocolForm) -> dict[str, Any]:
    return {"entry_key": form.cleaned_data["entry_key"], "by": request.user, "at": timezone.now()}


def _saves(request: PersonRequest, proposal: Proposal | None) -> bool:
    return bool(proposal and proposal.schedule and request.POST.get("action") == "save")


def _editor(request: PersonRequest, patient: Patient, context: dict[str, Any]) -> HttpResponse:
    template = "protocols/editor.html" + ("#schedule" if request.htmx else "")
    response = render(request, template, context if request.htmx else _head(request, patient) | context)
    response.headers["Vary"] = "HX-Request"
    return response


def _saved(request: PersonRequest, patient: Patient, row: Any) -> HttpResponse:
    messages.success(request, _("Draft %(number)s saved.") % {"number": row.number})
    return redirect("version", patient.code, row.protocol.code, row.number)


def _based_on(request: PersonRequest) -> int:
    """The version the form was opened from; 0, which is never the latest, for a form that does not say."""
    typed = request.POST.get("based_on", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0


def _look(request: PersonRequest, patient: Patient, subject: str, subject_code: str) -> None:
    looked(by=request.user, at=timezone.now(), subject=subject, subject_code=subject_code, patient_code=patient.code)


def _look_at_form(request: PersonRequest, patient: Patient, subject_code: str) -> None:
    """Opening the form is a look; what is typed into it and computed on the way is none."""
    if request.method == "GET":
        _look(request, patient, "protocol form", subject_code)
