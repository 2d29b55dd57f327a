"""What is printed from a version. The document is rendered before anything is written (traps.md 10)."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.numbers.write import read_exact
from desens.printing.refusal import CannotPrint
from desens.unit.selectors import picture
from patients.selectors import Identity, identity, patient_of
from protocols import selectors, services
from protocols.documents import nursing_sheet
from protocols.documents.nursing_sheet import NursingSheet, State
from protocols.documents.sheet_unit import NOT_STATED, UnitOnSheet
from protocols.lifecycle.reopened import may_be_given
from protocols.lifecycle.sign_offs import reasons_on_paper, signed_reasons
from protocols.models import Protocol, VersionState
from protocols.ordering.shown import monitoring_text
from protocols.releasing.other_days import has_passed
from protocols.rescues import printed_rescue
from protocols.selectors import ShownVersion

STATES: dict[VersionState, State] = {
    VersionState.RELEASED: "valid",
    VersionState.SUPERSEDED: "superseded",
    VersionState.VOID: "void",
}


@requires(Permission.PRINT_SHEET)
@require_GET
def nursing_sheet_pdf(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """The nursing sheet of one version, as PDF."""
    patient = patient_of(code)
    protocol = selectors.protocol_of(patient, protocol_code)
    shown = selectors.shown_version(protocol, number)
    who = identity(patient, viewer=request.user, on=timezone.localdate())
    if not shown.document.is_infused:
        return render(request, "protocols/oral/no_sheet.html", {"identity": who, "protocol": protocol, "shown": shown})
    try:
        pdf = nursing_sheet.render(sheet_of(who, protocol, shown))
    except CannotPrint as refusal:
        return render(request, "protocols/cannot_print.html", {"identity": who, "refusal": refusal}, status=422)
    services.note_print(
        version=shown.row,
        kind="nursing sheet",
        sha256=hashlib.sha256(pdf).hexdigest(),
        by=request.user,
        at=timezone.now(),
    )
    name = f"nursing-sheet-{protocol.code}-v{number}.pdf"
    return HttpResponse(
        pdf, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'}
    )


def sheet_of(who: Identity, protocol: Protocol, shown: ShownVersion) -> NursingSheet:
    """The sheet of a stored version: figures and orders from its document, who the patient is from today."""
    document, orders, row, standing = shown.document, shown.document.orders, shown.row, shown.standing
    signed, checked, release = standing.prescription, standing.verification, standing.release
    address = reverse("version", args=[who.code, protocol.code, row.number])
    return NursingSheet(
        identity=who,
        state=paper_state(shown, at=timezone.now()),
        version_number=row.number,
        short_hash=shown.short_hash,
        address=settings.PUBLIC_ADDRESS + address,
        schedule=document.infusion.schedule,
        intended_on=release.planned_on if release else orders.intended_on,
        place=release.get_place_display() if release else orders.place,
        premedication=orders.premedication,
        filter_text=orders.filter_text,
        line=document.infusion.specification.line,
        fluids=orders.fluids,
        monitoring=monitoring_text(orders),
        glucagon=orders.glucagon,
        rescue=printed_rescue(document, who),
        stop_rules=orders.stop_rules,
        telephone=orders.telephone,
        prescribed_by=signed.person.full_name if signed else row.saved_by.full_name,
        prescribed_at=signed.at if signed else row.saved_at,
        verified_by=checked.person.full_name if checked else "",
        verified_at=checked.at if checked else None,
        signed_reasons=reasons_on_paper(signed_reasons(signed)),
        template_title=_template_title(document.source),
        citation=document.source["citation"],
        unit=unit_on_sheet(document.source.get("unit", {})),
    )


def paper_state(shown: ShownVersion, *, at: datetime) -> State:
    """What the sheet says of itself: valid only released, until its date has passed, and while nothing came since."""
    state = STATES.get(shown.state, "draft")
    if state != "valid":
        return state
    if has_passed(shown.standing.release, on=timezone.localdate(at)):
        return "passed"
    return "valid" if may_be_given(shown.row, shown.document, at=at) else "draft"


def unit_on_sheet(stored: dict[str, str]) -> UnitOnSheet:
    """The unit as it stood when the version was saved, its picture found by its name."""
    if not stored:
        return NOT_STATED
    read: dict[str, Any] = {"logo": picture(stored["logo"]), "least_vtbi_ml": read_exact(stored["least_vtbi_ml"])}
    return UnitOnSheet(**(stored | read))


def _template_title(source: Mapping[str, Any]) -> str:
    """The template's title; one that is remembered only says so on paper too."""
    title: str = source["title"]
    return (
        title if source["mark"] != "VERIFY" else _("%(title)s (to be verified against the source)") % {"title": title}
    )
