"""The page on which a template's own findings for a drug are signed once, with a reason."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from drugs.names import drug_key
from protocols.engine import NothingToCompute, ProtocolTemplate
from protocols.findings_shown import finding_lines
from protocols.models import Template
from protocols.presenting import schedule_lines
from protocols.selectors import entry_content
from protocols.unit_templates.presenting import FINDINGS, sign_off_lines
from protocols.unit_templates.refusals import (
    NothingToSignError,
    RetiredError,
    SignedBeforeError,
    StaleTemplateError,
)
from protocols.unit_templates.selectors import latest_revision, revision_of
from protocols.unit_templates.signing_forms import SignOnceForm, UseForm
from protocols.unit_templates.signing_services import sign_once
from protocols.unit_templates.use import use_of


@requires(Permission.SIGN_PROTOCOL)
@require_http_methods(["GET", "POST"])
def template_sign_off(request: PersonRequest, slug: str, revision: int) -> HttpResponse:
    """Choose the drug, see what its use finds, sign what holds for every use."""
    row = revision_of(slug, revision)
    template = entry_content(row)
    context: dict[str, Any] = {"row": row, "latest": latest_revision(slug), "sign_offs": sign_off_lines(row)}
    context["may"] = {"withdraw": request.user.has(Permission.MANAGE_TEMPLATES)}
    if not isinstance(template, ProtocolTemplate):
        return _page(request, context)
    use = _use_form(request, template)
    context["use_form"] = use
    if not use.is_valid():
        return _page(request, context)
    form = _sent(request)
    if form is not None and form.is_valid() and _signed(request, row, form, use):
        query = urlencode({name: use.data[name] for name in ("drug", "dose")})
        return redirect(f"{reverse('template_sign_off', args=[slug, revision])}?{query}")
    return _page(request, context | _computed(request, row, template, use, form))


def _use_form(request: PersonRequest, template: ProtocolTemplate) -> UseForm:
    first = template.drugs[0]
    initial = {"drug": drug_key(first.name), "dose": None if first.per or template.any_drug else first.target_dose}
    return UseForm(request.POST or request.GET or None, unit=first.unit, initial=initial)


def _sent(request: PersonRequest) -> SignOnceForm | None:
    """The card that was sent; None where the drug was only chosen."""
    code = request.POST.get("code")
    if code not in FINDINGS:
        return None
    return SignOnceForm(request.POST, signer=request.user, auto_id=f"id_{code}_%s")


def _signed(request: PersonRequest, row: Template, form: SignOnceForm, use: UseForm) -> bool:
    new = form.new_sign_off(drug=use.chosen, dose=use.typed_dose)
    try:
        sign_once(template=row, new=new, entry_key=form.cleaned_data["entry_key"], by=request.user, at=timezone.now())
    except NothingToSignError:
        form.add_error("reason", _("What was shown has changed meanwhile: look at the findings again."))
    except SignedBeforeError as before:
        form.add_error("reason", _("%(name)s signed for this meanwhile.") % {"name": before.by})
    except RetiredError:
        form.add_error("reason", _("This template was retired meanwhile."))
    except StaleTemplateError:
        form.add_error("reason", _("A newer revision was made meanwhile: sign with that."))
    else:
        messages.success(request, _("Signed with the template."))
    return not form.errors


def _computed(
    request: PersonRequest, row: Template, template: ProtocolTemplate, use: UseForm, sent: SignOnceForm | None
) -> dict[str, Any]:
    """The schedule for the drug, its findings, and a card for each that can still be signed."""
    try:
        found = use_of(row, template, drug=use.chosen, dose=use.typed_dose)
    except NothingToCompute as nothing:
        return {"findings": finding_lines(nothing.findings)}
    cards = [_card(request, code, ", ".join(places), sent) for code, places in found.open_places.items()]
    shown = {card["form"] for card in cards}
    return {
        "findings": finding_lines(found.findings),
        "schedule": schedule_lines(found.schedule),
        "cards": cards,
        "lost": sent if sent is not None and sent not in shown else None,
    }


def _card(request: PersonRequest, code: str, places: str, sent: SignOnceForm | None) -> dict[str, Any]:
    """One finding to sign, at the places it has now; what was sent for it comes back with its errors."""
    form = SignOnceForm(signer=request.user, initial={"code": code, "places": places}, auto_id=f"id_{code}_%s")
    if sent is not None and sent.data.get("code") == code:
        form = sent
        form.data = {**request.POST.dict(), "places": places}
    return {"what": FINDINGS[code], "places": places, "form": form}


def _page(request: PersonRequest, context: dict[str, Any]) -> HttpResponse:
    return render(request, "protocols/unit_templates/sign_off.html", context)
