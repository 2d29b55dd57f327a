"""Signing a version: what is signed stands on the page, then reasons and password."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from patients.selectors import identity, patient_of
from protocols import selectors
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.lifecycle.sign_form import SignForm
from protocols.lifecycle.sign_offs import sign_offs
from protocols.lifecycle.signed import meaning_of
from protocols.lifecycle.signing import require_signable, sign
from protocols.models import Meaning
from protocols.oral.showing import calendar_of
from protocols.prescribable import only_prescribable
from protocols.presenting import orders_view, schedule_view


@requires(Permission.SIGN_PROTOCOL)
@require_http_methods(["GET", "POST"])
@only_prescribable
def version_sign(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """Read once more what is signed, give the reasons, sign with the password."""
    patient, now = patient_of(code), timezone.now()
    protocol = selectors.protocol_of(patient, protocol_code)
    shown = selectors.shown_version(protocol, number)
    asked = sign_offs(shown.document.schedule.findings)
    form = SignForm(request.POST or None, signer=request.user, asked=asked, initial={"digest": shown.row.digest})
    refused = ""
    try:
        if request.method == "GET":
            require_signable(shown.row, shown.document, shown.standing, at=now)
            subject_code = f"{protocol_code}/{number}"
            looked(by=request.user, at=now, subject="version", subject_code=subject_code, patient_code=code)
        elif form.is_valid():
            typed = form.cleaned_data
            common: dict[str, Any] = {"entry_key": typed["entry_key"], "by": request.user, "at": now}
            sign(version=shown.row, reasons=form.reasons(), digest=typed["digest"], **common)
            messages.success(request, _("Signed. Another person now checks it blind."))
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
        "schedule": calendar_of(shown.document) or schedule_view(shown.document),
        "form": form,
        "meaning": meaning_of(Meaning.PRESCRIBED),
        "refused": refused,
    }
    shows = context | orders_view(shown.document)
    return render(request, "protocols/lifecycle/sign.html", shows, status=409 if refused else 200)
