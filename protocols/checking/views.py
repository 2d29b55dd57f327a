"""The first page of the blind check: the order, and the figures that a person computes or measures."""

from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from desens.records.once import OtherContentError
from desens.unit.selectors import current
from protocols.checking.addressed import Addressed, addressed, rendered
from protocols.checking.comparing import asks_to_talk, compare, own_agreement
from protocols.checking.form import CheckForm
from protocols.checking.sheet import sheet_of
from protocols.checking.stock import stock_of
from protocols.checking.words import told
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.lifecycle.verifying import require_checkable
from protocols.prescribable import only_prescribable
from protocols.rules.blind_check import first_difference


@requires(Permission.VERIFY_PROTOCOL)
@require_http_methods(["GET", "POST"])
@only_prescribable
def version_check(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """The order, and a field for each figure: nothing of what the program computed."""
    about = addressed(code, protocol_code, number)
    row, document = about.shown.row, about.shown.document
    sheet = sheet_of(row, document, stock_of(document, about.protocol.drug, current()))
    if request.method == "POST":
        return _tried(request, about, CheckForm(request.POST, sheet=sheet))
    try:
        require_checkable(row, about.shown.standing, by=request.user, at=about.now)
    except ArrowRefusedError as refusal:
        messages.error(request, refusal.sentence)
        return about.page("version")
    if own_agreement(row, request.user):
        return about.page("version_verify")
    subject_code = f"{protocol_code}/{number}"
    looked(by=request.user, at=about.now, subject="blind check", subject_code=subject_code, patient_code=code)
    return _check_page(request, about, CheckForm(sheet=sheet))


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
        return about.page("version_verify")
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
    return rendered(request, about, "protocols/checking/check.html", context)
