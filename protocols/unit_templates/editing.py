"""What the pages that write a template share: its form, what was computed, and whether it may be saved."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from desens.access.requests import PersonRequest
from protocols.findings_shown import finding_lines
from protocols.library_presenting import entry_view
from protocols.models import Template
from protocols.unit_templates.refusals import BlockedError
from protocols.unit_templates.template_form import TemplateForm


def template_form(request: PersonRequest, taken: set[str], text: str) -> TemplateForm:
    """The form as sent, or beginning with a text."""
    if request.method != "POST":
        return TemplateForm(initial={"text": text}, taken=taken)
    return TemplateForm(request.POST, request.FILES, taken=taken)


def saves(request: PersonRequest, form: TemplateForm) -> bool:
    """Whether what was sent is to be kept: valid, asked for, and as it was shown computed before."""
    return form.is_valid() and request.POST.get("action") == "save" and form.cleaned_data["seen"] == form.shown


def entry(request: PersonRequest, form: TemplateForm) -> dict[str, Any]:
    """What the services take of a valid form."""
    data = form.cleaned_data
    at = timezone.now()
    return {
        "content": form.content,
        "note": data["note"],
        "entry_key": data["entry_key"],
        "by": request.user,
        "at": at,
    }


def refuse_blocked(form: TemplateForm, blocked: BlockedError) -> None:
    """The values of a product changed between showing and saving: the findings say what blocks now."""
    form.findings = blocked.findings
    form.add_error("text", _("It has blockers: correct what the findings name."))


def editor(request: PersonRequest, form: TemplateForm, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """The page: the form, and what was read from it, computed."""
    return render(
        request, "protocols/unit_templates/editor.html", {"form": form} | _computed(form) | context, status=status
    )


def saved(request: PersonRequest, row: Template) -> HttpResponse:
    """Back to the template, told that it is kept."""
    messages.success(
        request, _("Revision %(number)d is kept. Ask a second person to read it.") % {"number": row.revision}
    )
    return redirect("template", row.slug)


def _computed(form: TemplateForm) -> dict[str, Any]:
    if not form.is_bound:
        return {}
    left_out = form.left_out
    if form.is_valid():
        form.show(seen=form.shown)
    if form.checked is None:
        return {"why_none": finding_lines(form.findings), "left_out": left_out}
    of_products = [(drug, finding_lines(findings)) for drug, findings in form.checked.of_products]
    return {
        "view": entry_view(form.checked.entry),
        "of_products": of_products,
        "left_out": left_out,
        "why_none": finding_lines(form.findings),
        "may_save": form.is_valid(),
    }
