"""How a view hands out a document of a version."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from desens.access.requests import PersonRequest
from desens.printing.refusal import CannotPrint
from protocols.models import Paper
from protocols.papers.basis import basis_of
from protocols.papers.keeping import Wanted, printed
from protocols.papers.subject import Subject

NOTHING: Mapping[str, str] = MappingProxyType({})


def handed_out(
    request: PersonRequest,
    subject: Subject,
    paper: Paper,
    draw: Callable[[], bytes],
    *,
    variant: str = "",
    beside: Mapping[str, str] = NOTHING,
) -> HttpResponse:
    """The document as PDF in the browser; where it cannot be printed, the page that says why.

    `beside` is what the paper says of later records: where that changes it is drawn anew.
    """
    row, wanted = subject.shown.row, wanted_of(subject, paper, variant, beside)
    try:
        pdf = printed(wanted, draw, by=request.user, at=timezone.now())
    except CannotPrint as refusal:
        context = {"identity": subject.who, "refusal": refusal}
        return render(request, "protocols/cannot_print.html", context, status=422)
    name = f"{paper.value.replace(' ', '-')}-{row.protocol.code}-v{row.number}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


def wanted_of(subject: Subject, paper: Paper, variant: str = "", beside: Mapping[str, str] = NOTHING) -> Wanted:
    """The document as it is stored, or drawn anew where the version may not be given."""
    return Wanted(version=subject.shown.row, paper=paper, variant=variant, basis=_basis(subject, beside))


def _basis(subject: Subject, beside: Mapping[str, str]) -> str:
    """ "" unless the version was released and stands: what may not be given is drawn anew each time."""
    standing = subject.shown.standing
    if standing.release is None or subject.state == "draft":
        return ""
    state = {"state": subject.state, "superseded by": str(standing.superseded_by or "")}
    return basis_of(subject.who, {**state, **beside})
