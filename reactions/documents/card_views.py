"""The address of the card. It is rendered before anything is noted (traps.md 10)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from desens.printing.refusal import CannotPrint
from desens.unit.selectors import current
from patients.person import records_of
from patients.selectors import identity, patient_of
from reactions.documents import card
from reactions.documents.card_entries import card_entries
from reactions.documents.responses import pdf_response
from reactions.documents.unit_head import unit_head


@requires(Permission.PRINT_REPORT)
@require_GET
def patient_card(request: PersonRequest, code: str) -> HttpResponse:
    """The card of the patient's suspected and confirmed allergies, as PDF."""
    found, now = patient_of(code), timezone.now()
    person = records_of(found)
    who = identity(found, viewer=request.user, on=timezone.localdate(), person=person)
    try:
        entries = card_entries(person.ids, who)
        pdf = card.render(card.Card(identity=who, entries=entries, head=unit_head(current()), printed_at=now))
    except CannotPrint as refusal:
        context = {"identity": who, "refusal": refusal, "back": who.address, "title": _("This card cannot be printed")}
        return render(request, "reactions/documents/cannot_print.html", context, status=422)
    looked(
        by=request.user, at=now, action="printed", subject="allergy card", subject_code=code, patient_code=found.code
    )
    return pdf_response(pdf, f"allergy-card-{timezone.localdate(now).isoformat()}.pdf")
