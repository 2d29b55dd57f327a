"""The version that an address names, fetched through its patient; what every page of the check has in common."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from desens.access.requests import PersonRequest
from patients.models import Patient
from patients.selectors import identity, patient_of
from protocols import selectors
from protocols.models import Protocol
from protocols.selectors import ShownVersion


@dataclass(frozen=True, kw_only=True)
class Addressed:
    """Patient, protocol and version, and the moment of the request."""

    patient: Patient
    protocol: Protocol
    shown: ShownVersion
    now: datetime

    def page(self, name: str) -> HttpResponse:
        """On to another page of the same version."""
        return redirect(name, self.patient.code, self.protocol.code, self.shown.row.number)


def addressed(code: str, protocol_code: str, number: int) -> Addressed:
    """404 for another patient's protocol and for a version that is not there."""
    patient = patient_of(code)
    protocol = selectors.protocol_of(patient, protocol_code)
    shown = selectors.shown_version(protocol, number)
    return Addressed(patient=patient, protocol=protocol, shown=shown, now=timezone.now())


def rendered(request: PersonRequest, about: Addressed, template: str, context: dict[str, Any]) -> HttpResponse:
    """The page under the patient's identity; 409 where `refused` says why."""
    head = {
        "identity": identity(about.patient, viewer=request.user, on=timezone.localdate(about.now)),
        "protocol": about.protocol,
    }
    return render(request, template, head | context, status=409 if context["refused"] else 200)
