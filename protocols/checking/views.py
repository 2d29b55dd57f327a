"""The pages of the blind second check: the figures first, and once they agree the password."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

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
from desens.records.once import OtherContentError
from desens.unit.selectors import current
from patients.models import Patient
from patients.selectors import identity, patient_of
from protocols import selectors
from protocols.checking.comparing import asks_to_talk, compare, own_agreement
from protocols.checking.form import CheckForm, VerifyForm, told
from protocols.checking.sheet import sheet_of
from protocols.checking.shown import compared
from protocols.checking.stock import stock_of
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.lifecycle.signed import meaning_of
from protocols.lifecycle.verifying import require_checkable, verify
from protocols.models import Meaning, Protocol
from protocols.prescribable import only_prescribable
from protocols.rules.blind_check import first_difference
from protocols.selectors import ShownVersion


@dataclass(frozen=True, kw_only=True)
class Addressed:
    """The version that an address names, fetched through its patient, and who asks when."""

    patient: Patient
    protocol: Protocol
    shown: ShownVersion
    now: datetime

    @property
    def version_page(self) -> HttpResponse:
        """Back to where everything of the version stands."""
        return redirect("version", self.patient.code, self.protocol.code, self.shown.row.number)

    def next_page(self, name: str) -> HttpResponse:
        """The other page of the check."""
        return redirect(name, self.patient.code, self.protocol.code, self.shown.row.number)


@requires(Permission.VERIFY_PROTOCOL)
@require_http_methods(["GET", "POST"])
@only_prescribable
def version_check(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """The order, and a field for each figure: nothing of what the program computed."""
    about = _addressed(code, protocol_code, number)
    row, document = about.shown.row, about.shown.document
    sheet = sheet_of(row, document, stock_of(document, about.protocol.drug, current()))
    if request.method == "POST":
        return _tried(request, about, CheckForm(request.POST, sheet=sheet))
    try:
        require_checkable(row, about.shown.standing, by=request.user, at=about.now)
    except ArrowRefusedError as refusal:
        messages.error(request, refusal.sentence)
        return about.version_page
    if own_agreement(row, request.user):
        return about.next_page("version_verify")
    subject_code = f"{protocol_code}/{number}"
    looked(by=request.user, at=about.now, subject="blind check", subject_code=subject_code, patient_code=code)
    return _check_page(request, about, CheckForm(sheet=sheet))


@requires(Permission.VERIFY_PROTOCOL)
@require_http_methods(["GET", "POST"])
@only_prescribable
def version_verify(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """Sign what agreed: both persons' figures stand side by side, then the password."""
    about = _addressed(code, protocol_code, number)
    row, agreed = about.shown.row, own_agreement(about.shown.row, request.user)
    if agreed is None:
        return about.next_page("version_check")
    form = VerifyForm(request.POST if request.method == "POST" else None, signer=request.user)
    refused = ""
    try:
        if form.is_valid():
            key = form.cleaned_data["entry_key"]
            verify(version=row, comparison=agreed, entry_key=key, by=request.user, at=about.now)
            messages.success(request, _("Verified."))
            return about.version_page
        require_checkable(row, about.shown.standing, by=request.user, at=about.now)
    except ArrowRefusedError as refusal:
        if request.method == "GET":
            messages.error(request, refusal.sentence)
            return about.version_page
        refused = refusal.sentence
    context = {
        "shown": about.shown,
        "form": form,
        "refused": refused,
        "meaning": meaning_of(Meaning.VERIFIED),
        "compared": compared(agreed, about.shown.document),
    }
    return _render(request, about, "protocols/checking/verify.html", context)


def _tried(request: PersonRequest, about: Addressed, form: CheckForm) -> HttpResponse:
    """One try: to the password where all agrees, else the same page with what was typed and the first difference."""
    row = about.shown.row
    try:
        if not form.is_valid():
            require_checkable(row, about.shown.standing, by=request.user, at=about.now)
            return _check_page(request, about, form)
        key, figures = form.cleaned_data["entry_key"], form.figures()
        tried = compare(version=row, sheet=form.sheet, figures=figures, entry_key=key, by=request.user, at=about.now)
    except ArrowRefusedError as refusal:
        return _check_page(request, about, form, refused=refusal.sentence)
    except OtherContentError:
        sentence = _("This page was sent before, with other figures. Send it again.")
        return _check_page(request, about, _again(request, form), refused=sentence)
    if tried.agrees:
        return about.next_page("version_verify")
    return _check_page(request, about, _again(request, form), differs=True)


def _again(request: PersonRequest, form: CheckForm) -> CheckForm:
    """The same figures under a new key, so that a corrected figure is a try of its own."""
    data = request.POST.copy()
    data["entry_key"] = str(uuid4())
    return CheckForm(data, sheet=form.sheet)


def _check_page(
    request: PersonRequest, about: Addressed, form: CheckForm, *, refused: str = "", differs: bool = False
) -> HttpResponse:
    """Only the order reaches the template, and the place of the first difference."""
    difference = first_difference(form.sheet.asked, form.figures()) if differs and form.is_valid() else None
    if difference:
        form.tell(difference)
    context = {
        "number": about.shown.row.number,
        "order": form.sheet.order,
        "form": form,
        "refused": refused,
        "differs": told(difference.wanted) if difference else "",
        "talk": asks_to_talk(about.shown.row, request.user),
    }
    return _render(request, about, "protocols/checking/check.html", context)


def _addressed(code: str, protocol_code: str, number: int) -> Addressed:
    patient = patient_of(code)
    protocol = selectors.protocol_of(patient, protocol_code)
    shown = selectors.shown_version(protocol, number)
    return Addressed(patient=patient, protocol=protocol, shown=shown, now=timezone.now())


def _render(request: PersonRequest, about: Addressed, template: str, context: dict[str, Any]) -> HttpResponse:
    head = {
        "identity": identity(about.patient, viewer=request.user, on=timezone.localdate(about.now)),
        "protocol": about.protocol,
    }
    return render(request, template, head | context, status=409 if context["refused"] else 200)
