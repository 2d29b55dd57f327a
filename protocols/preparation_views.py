"""The page that tells how a version's solutions are prepared."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from desens.unit.selectors import current
from patients.selectors import identity, patient_of
from protocols import selectors
from protocols.preparation_presenting import preparation_of


@requires(Permission.VIEW_PROTOCOLS)
@require_GET
def preparation(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """Each solution of one version: what is done for it, what it then holds, what is left over."""
    patient = patient_of(code)
    protocol = selectors.protocol_of(patient, protocol_code)
    shown = selectors.shown_version(protocol, number)
    looked(
        by=request.user,
        at=timezone.now(),
        subject="preparation",
        subject_code=f"{protocol_code}/{number}",
        patient_code=patient.code,
    )
    prepared = preparation_of(shown.document, protocol.drug, current()) if shown.document.is_infused else None
    context = {
        "identity": identity(patient, viewer=request.user, on=timezone.localdate()),
        "protocol": protocol,
        "shown": shown,
        "preparation": prepared,
    }
    return render(request, "protocols/preparation.html", context)
