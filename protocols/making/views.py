"""Recording how the bags of a version were made. The page itself is protocols/preparation_views.py."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.records.once import OtherContentError
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.making.check_form import CheckForm
from protocols.making.page import MakingPage
from protocols.making.second_check import check_bags
from protocols.making.services import record_bags
from protocols.papers.subject import Subject, subject_of
from protocols.prescribable import only_prescribable

CONFLICT = 409


@requires(Permission.PREPARE_BAGS)
@require_http_methods(["GET", "POST"])
@only_prescribable
def bags_made(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """Record the bags; `now` only writes the time into the form."""
    page = _page(request, code, protocol_code, number)
    if request.method == "GET":
        return back(page.subject)
    if request.POST.get("action") == "now":
        page.bags_form = page.again(request.POST.dict())
        return page.answer()
    form = page.bags_form = page.form(request.POST)
    if not form.is_valid():
        return page.answer()
    try:
        key = form.cleaned_data["entry_key"]
        record_bags(version=page.subject.shown.row, new=form.new_bags(), entry_key=key, by=request.user, at=page.at)
    except ArrowRefusedError as refusal:
        page.refused = refusal.sentence
    except OtherContentError:
        page.refused = _("This page was sent before with other entries; what was sent first is recorded.")
    else:
        messages.success(request, _("Recorded. Another person checks the bags."))
        return back(page.subject)
    return page.answer(status=CONFLICT)


@requires(Permission.PREPARE_BAGS)
@require_http_methods(["GET", "POST"])
@only_prescribable
def bags_check(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """The second person's check of the bags that the page showed."""
    page = _page(request, code, protocol_code, number)
    if request.method == "GET":
        return back(page.subject)
    form = page.check_form = CheckForm(request.POST)
    if not form.is_valid():
        return page.answer()
    key, shown, remark = (form.cleaned_data[name] for name in ("entry_key", "made", "remark"))
    try:
        made = next((row for row in page.rows if row.entry_key == shown), None)
        if made is None:
            raise ArrowRefusedError("other-bags")
        check_bags(made=made, looked=form.codes(), remark=remark, entry_key=key, by=request.user, at=page.at)
    except ArrowRefusedError as refusal:
        page.refused = refusal.sentence
    except OtherContentError:
        page.refused = _("This page was sent before with other entries; what was sent first is recorded.")
    else:
        messages.success(request, _("The bags are checked by a second person."))
        return back(page.subject)
    return page.answer(status=CONFLICT)


def infused(request: PersonRequest, code: str, protocol_code: str, number: int) -> Subject:
    """The version below its patient; 404 for another patient's, and where nothing is prepared from vials."""
    subject = subject_of(code, protocol_code, number, viewer=request.user)
    if not subject.shown.document.is_infused:
        raise Http404
    return subject


def back(subject: Subject) -> HttpResponse:
    """To the page of the preparation."""
    args = [subject.who.code, subject.protocol.code, subject.shown.row.number]
    return redirect(f"{reverse('preparation', args=args)}#bags-made")


def _page(request: PersonRequest, code: str, protocol_code: str, number: int) -> MakingPage:
    return MakingPage(request, infused(request, code, protocol_code, number), timezone.now())
