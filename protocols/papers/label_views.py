"""Bag labels, and where the code on a bag leads."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from protocols.documents import bag_labels
from protocols.documents.sheet_head import state_text
from protocols.documents.sheet_setup import bag_lines
from protocols.making.moments import moments_now, moments_of
from protocols.making.selectors import standing_made
from protocols.making.shown import shown_bags
from protocols.models import Paper
from protocols.papers.handing import handed_out
from protocols.papers.labelling import labels_of, variant_of
from protocols.papers.labels_form import LabelsForm, Limits, proposed
from protocols.papers.stability import least_hours, stability_of
from protocols.papers.subject import Subject, subject_of
from protocols.preparation_presenting import chosen_product


@requires(Permission.PRINT_SHEET)
@require_http_methods(["GET", "POST"])
def labels(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """Choose when, which bags and which sheet; the answer is the PDF."""
    subject = _infused(code, protocol_code, number, request)
    stability = stability_of(chosen_product(subject.shown.document, subject.protocol.drug))
    made = standing_made(subject.shown.row)
    limits = Limits(hours=least_hours(stability), recorded=made.use_by if made else None)
    if request.method == "POST":
        form = LabelsForm(request.POST, subject=subject, limits=limits)
        if form.is_valid():
            chosen = labels_of(subject, form)
            return handed_out(
                request, subject, Paper.BAG_LABELS, lambda: bag_labels.render(chosen), variant=variant_of(chosen)
            )
    else:
        now = moments_now(timezone.now(), limits.hours)
        moments = moments_of(made.prepared_at, made.use_by) if made else now
        form = LabelsForm(subject=subject, limits=limits, initial=proposed(subject, moments))
    context = _context(subject) | {"form": form, "stability": stability, "made": made}
    return render(request, "protocols/papers/labels.html", context)


@requires(Permission.VIEW_PROTOCOLS)
@require_GET
def bag(request: PersonRequest, code: str, protocol_code: str, number: int, bag: int) -> HttpResponse:
    """What the bag in the hand must hold, and whether its version still stands (safety.md H6)."""
    subject = _infused(code, protocol_code, number, request)
    schedule = subject.shown.document.infusion.schedule
    held = next((line for line in bag_lines(schedule) if line.number == str(bag)), None)
    if held is None:
        raise Http404
    looked(
        by=request.user,
        at=timezone.now(),
        subject="bag",
        subject_code=f"{protocol_code}/{number}/{bag}",
        patient_code=code,
    )
    made, now = standing_made(subject.shown.row), timezone.now()
    bags = shown_bags(made, release=subject.shown.standing.release, at=now) if made else None
    context = _context(subject) | {
        "bags": bags,
        "bag": held,
        "across": state_text(subject.state),
        "of": len(schedule.solutions),
    }
    return render(request, "protocols/papers/bag.html", context)


def _infused(code: str, protocol_code: str, number: int, request: PersonRequest) -> Subject:
    subject = subject_of(code, protocol_code, number, viewer=request.user)
    if not subject.shown.document.is_infused:
        raise Http404
    return subject


def _context(subject: Subject) -> dict[str, object]:
    return {"identity": subject.who, "protocol": subject.protocol, "shown": subject.shown}
