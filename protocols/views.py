"""Pages of a patient's protocols. The patient is fetched first, everything else through the patient."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from desens.unit.selectors import current
from patients.models import Patient
from patients.selectors import identity, patient_of
from protocols import selectors
from protocols.checking.shown import comparisons_of
from protocols.lifecycle.shown import standing_view
from protocols.models import Protocol, VersionState
from protocols.oral.showing import calendar_of
from protocols.papers.finding import stored_documents
from protocols.preparation_presenting import preparation_of
from protocols.presenting import orders_view, schedule_view, version_figure
from protocols.readable import readable
from protocols.rescues import rescue_outdated


@requires(Permission.VIEW_PROTOCOLS)
@require_GET
def protocol_list(request: PersonRequest, code: str) -> HttpResponse:
    """The patient's protocols, the newest first."""
    patient = patient_of(code)
    _look(request, patient, "protocols", patient.code)
    context = _head(request, patient) | {"protocols": selectors.protocols_of(patient)}
    return render(request, "protocols/list.html", context)


@requires(Permission.VIEW_PROTOCOLS)
@require_GET
def version(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """One version as it was saved: schedule, findings, orders."""
    patient = patient_of(code)
    protocol = selectors.protocol_of(patient, protocol_code)
    shown = readable(selectors.shown_version(protocol, number), request.user)
    _look(request, patient, "version", f"{protocol_code}/{number}")
    infused = shown.document.is_infused
    head, versions = _head(request, patient), selectors.versions_of(protocol)
    context = {
        "protocol": protocol,
        "shown": shown,
        "rescue_outdated": rescue_outdated(shown.document, head["identity"]),
        **_given(shown, protocol),
        "versions": versions,
        "may_print": request.user.has(Permission.PRINT_SHEET),
        "is_released": shown.state == VersionState.RELEASED,
        "may_make_template": request.user.has(Permission.MANAGE_TEMPLATES) and infused,
        "comparisons": comparisons_of(shown),
        "stored_documents": stored_documents(shown.row),
        **standing_view(shown, versions[0], viewer=request.user, at=timezone.now()),
    }
    return render(request, "protocols/version.html", head | context | orders_view(shown.document))


def _given(shown: selectors.ShownVersion, protocol: Protocol) -> dict[str, Any]:
    """What is given: a schedule with its figure and preparation, or a calendar."""
    document = shown.document
    if not document.is_infused:
        return {"schedule": calendar_of(document, shown.standing.release)}
    return {
        "schedule": schedule_view(document),
        "figure": version_figure(document),
        "preparation": preparation_of(document, protocol.drug, current()),
    }


def _head(request: PersonRequest, patient: Patient) -> dict[str, Any]:
    return {
        "identity": identity(patient, viewer=request.user, on=timezone.localdate()),
        "may_prescribe": request.user.has(Permission.WRITE_PROTOCOL),
    }


def _look(request: PersonRequest, patient: Patient, subject: str, subject_code: str) -> None:
    looked(by=request.user, at=timezone.now(), subject=subject, subject_code=subject_code, patient_code=patient.code)
