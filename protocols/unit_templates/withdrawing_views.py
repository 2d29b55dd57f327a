"""The page on which a finding signed wrongly with a template is withdrawn."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from protocols.unit_templates.forms import WithdrawForm
from protocols.unit_templates.presenting import sign_off_line
from protocols.unit_templates.refusals import WithdrawnError
from protocols.unit_templates.saying_views import said_of
from protocols.unit_templates.selectors import revision_of, sign_off_of
from protocols.unit_templates.withdrawing_services import withdraw_sign_off


@requires(Permission.MANAGE_TEMPLATES)
@require_http_methods(["GET", "POST"])
def template_sign_off_withdraw(request: PersonRequest, slug: str, revision: int, sign_off_key: UUID) -> HttpResponse:
    """What was signed, by whom and why; withdrawn with a reason."""
    row = revision_of(slug, revision)
    signed = sign_off_of(row, sign_off_key)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_sign_off(sign_off=signed, reason=form.cleaned_data["reason"], **said_of(request, form))
        except WithdrawnError as before:
            form.add_error("reason", _("%(name)s withdrew it meanwhile.") % {"name": before.by})
        else:
            messages.success(request, _("Withdrawn: what was saved with it has to be saved and signed anew."))
            return redirect("template_sign_off", slug, revision)
    context = {"row": row, "line": sign_off_line(signed), "form": form}
    return render(request, "protocols/unit_templates/withdraw.html", context)
