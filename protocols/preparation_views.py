"""The page that tells how a version's solutions are prepared, and how its bags were made."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from protocols.making.page import MakingPage
from protocols.papers.subject import subject_of


@requires(Permission.VIEW_PROTOCOLS)
@require_GET
def preparation(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """Each solution of one version: what is done for it, what it then holds, what is left over; and what was made."""
    subject, now = subject_of(code, protocol_code, number, viewer=request.user), timezone.now()
    subject_code = f"{protocol_code}/{number}"
    looked(by=request.user, at=now, subject="preparation", subject_code=subject_code, patient_code=subject.who.code)
    if subject.shown.document.is_infused:
        return MakingPage(request, subject, now).answer()
    context = {"identity": subject.who, "protocol": subject.protocol, "shown": subject.shown}
    return render(request, "protocols/preparation.html", context)
