"""The second page of the blind check: both persons' figures side by side, and the password."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from protocols.checking.addressed import addressed, rendered
from protocols.checking.comparing import own_agreement
from protocols.checking.form import VerifyForm
from protocols.checking.shown import compared, first_look
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.lifecycle.signed import meaning_of
from protocols.lifecycle.verifying import require_checkable, verify
from protocols.models import Meaning
from protocols.prescribable import only_prescribable


@requires(Permission.VERIFY_PROTOCOL)
@require_http_methods(["GET", "POST"])
@only_prescribable
def version_verify(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """Sign what agreed: both persons' figures stand side by side, then the password."""
    about = addressed(code, protocol_code, number)
    row, agreed = about.shown.row, own_agreement(about.shown.row, request.user)
    if agreed is None:
        return about.page("version_check")
    form = VerifyForm(request.POST if request.method == "POST" else None, signer=request.user)
    refused = ""
    try:
        if form.is_valid():
            key = form.cleaned_data["entry_key"]
            verify(version=row, comparison=agreed, entry_key=key, by=request.user, at=about.now)
            messages.success(request, _("Verified. An allergist releases it for its day."))
            return about.page("version")
        require_checkable(row, about.shown.standing, by=request.user, at=about.now)
    except ArrowRefusedError as refusal:
        if request.method == "GET":
            messages.error(request, refusal.sentence)
            return about.page("version")
        refused = refusal.sentence
    context = {
        "shown": about.shown,
        "form": form,
        "refused": refused,
        "meaning": meaning_of(Meaning.VERIFIED),
        "compared": compared(agreed, about.shown.document, opened_at=first_look(about.shown.row, request.user)),
    }
    return rendered(request, about, "protocols/checking/verify.html", context)
