"""How both editors are shown, and that opening one is noted."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from desens.access.requests import PersonRequest
from desens.audit.looks import looked
from patients.models import Patient
from patients.selectors import identity


def page(request: PersonRequest, patient: Patient, template: str, context: dict[str, Any]) -> HttpResponse:
    """The whole editor; for htmx the part of its `template` that is named after a #."""
    whole, _hash, _part = template.partition("#")
    context |= {"about_asked": request.POST.get("about", "") != str(context["form"]["drug"].value() or "")}
    head = {"identity": identity(patient, viewer=request.user, on=timezone.localdate())}
    if request.htmx:
        response = render(request, template, context | {"code": patient.code})
    else:
        response = render(request, whole, head | context)
    response.headers["Vary"] = "HX-Request"
    return response


def look_at_form(request: PersonRequest, patient: Patient, subject_code: str) -> None:
    """Opening the form is a look; what is typed into it and computed on the way is none."""
    if request.method == "GET":
        looked(
            by=request.user,
            at=timezone.now(),
            subject="protocol form",
            subject_code=subject_code,
            patient_code=patient.code,
        )
