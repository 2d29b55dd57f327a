"""Marking a record of bags as entered in error."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from protocols.making.check_form import ErrorForm
from protocols.making.selectors import standing_made
from protocols.making.services import mark_bags
from protocols.making.shown import shown_bags
from protocols.making.views import back, infused
from protocols.models import BagsMade
from protocols.papers.subject import Subject


@requires(Permission.PREPARE_BAGS)
@require_http_methods(["GET", "POST"])
def bags_error(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """Say why the record does not count, or why the bags were discarded. Also of who has died."""
    subject, now = infused(request, code, protocol_code, number), timezone.now()
    form = ErrorForm(request.POST if request.method == "POST" else None)
    made = _made(subject, form)
    if made is None:
        messages.info(request, _("These bags are not recorded as made, or not any more."))
        return back(subject)
    if form.is_valid():
        key, reason = form.cleaned_data["entry_key"], form.cleaned_data["reason"]
        mark = mark_bags(made=made, reason=reason, entry_key=key, by=request.user, at=now)
        if mark.marked_by_id == request.user.pk:
            messages.success(request, _("Marked as entered in error. The record stays visible and counts nowhere."))
        else:
            messages.info(request, _("%(who)s marked this record before you.") % {"who": mark.marked_by})
        return back(subject)
    form.initial["made"] = made.entry_key
    context = {
        "identity": subject.who,
        "protocol": subject.protocol,
        "shown": subject.shown,
        "bags": shown_bags(made, release=subject.shown.standing.release, at=now),
        "form": form,
    }
    return render(request, "protocols/making/error.html", context)


def _made(subject: Subject, form: ErrorForm) -> BagsMade | None:
    """The bags that the page showed, whatever became of them; for a page that is opened those that count."""
    row = subject.shown.row
    if form.is_valid():
        return BagsMade.objects.filter(version=row, entry_key=form.cleaned_data["made"]).first()
    return standing_made(row)
