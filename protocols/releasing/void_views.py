"""Marking a version as void, in whatever state it is."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from patients.selectors import identity, patient_of
from protocols import selectors
from protocols.lifecycle.arrows import require_first
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.lifecycle.voiding import void
from protocols.releasing.void_form import VoidForm


@requires(Permission.RELEASE_PROTOCOL)
@require_http_methods(["GET", "POST"])
def version_void(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """Say why the version must not be given. Also of who has died: nothing is prescribed by it."""
    patient, now = patient_of(code), timezone.now()
    protocol = selectors.protocol_of(patient, protocol_code)
    shown = selectors.shown_version(protocol, number)
    form, refused = VoidForm(request.POST if request.method == "POST" else None), ""
    try:
        if request.method == "GET":
            require_first(shown.standing.voiding)
        elif form.is_valid():
            void(version=shown.row, **form.cleaned_data, by=request.user, at=now)
            messages.success(request, _("The version is void. It must not be given."))
            return redirect("version", code, protocol_code, number)
    except ArrowRefusedError as refusal:
        if request.method == "GET":
            messages.error(request, refusal.sentence)
            return redirect("version", code, protocol_code, number)
        refused = refusal.sentence
    context = {
        "identity": identity(patient, viewer=request.user, on=timezone.localdate(now)),
        "protocol": protocol,
        "shown": shown,
        "form": form,
        "refused": refused,
    }
    return render(request, "protocols/releasing/void.html", context, status=409 if refused else 200)
