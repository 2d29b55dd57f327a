"""Pages that write a template of the unit: new, copied, from a patient's version, and revised."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from patients.selectors import patient_of
from protocols.engine import ContentError
from protocols.selectors import current_templates, protocol_of, shown_version
from protocols.unit_templates import services
from protocols.unit_templates.copying import content_of, copied_text, revision_text
from protocols.unit_templates.difference import changes
from protocols.unit_templates.editing import editor, entry, refuse_blocked, saved, saves, template_form
from protocols.unit_templates.example import EXAMPLE
from protocols.unit_templates.from_version import text_of
from protocols.unit_templates.refusals import BlockedError, RetiredError, StaleTemplateError
from protocols.unit_templates.selectors import revision_of, unit_template


@requires(Permission.MANAGE_TEMPLATES)
@require_http_methods(["GET", "POST"])
def unit_template_new(request: PersonRequest) -> HttpResponse:
    """Type or import a template, see it computed, keep its first revision."""
    form = template_form(request, {row.title for row in current_templates()}, EXAMPLE)
    if request.method == "POST" and saves(request, form):
        try:
            return saved(request, services.make_template(**entry(request, form)))
        except BlockedError as blocked:
            refuse_blocked(form, blocked)
    return editor(request, form, _new())


@requires(Permission.MANAGE_TEMPLATES)
@require_GET
def template_copy(request: PersonRequest, slug: str, revision: int) -> HttpResponse:
    """The form of a new template, beginning with a copy of this one."""
    row = revision_of(slug, revision)
    return editor(request, template_form(request, set(), copied_text(row)), _new() | {"source": row})


@requires(Permission.MANAGE_TEMPLATES)
@require_GET
def version_template(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """The form of a new template, beginning with what a patient's version gives; no identity goes along."""
    patient = patient_of(code)
    version = shown_version(protocol_of(patient, protocol_code), number)
    common: dict[str, Any] = {"by": request.user, "at": timezone.now(), "patient_code": patient.code}
    looked(subject="version template", subject_code=f"{protocol_code}/{number}", **common)
    if not version.document.is_infused:
        messages.error(request, _("A template of the unit is made from an infusion; this version is not infused."))
        return redirect("version", code, protocol_code, number)
    try:
        text = text_of(version.document.infusion.specification)
    except ContentError as error:
        context = {"error": error, "patient": patient, "version": version, "protocol_code": protocol_code}
        return render(request, "protocols/unit_templates/no_template.html", context)
    return editor(request, template_form(request, set(), text), _new() | {"from_version": True})


@requires(Permission.MANAGE_TEMPLATES)
@require_http_methods(["GET", "POST"])
def unit_template_revise(request: PersonRequest, unit_slug: str) -> HttpResponse:
    """The next revision, from the latest one; refused when somebody made one meanwhile."""
    latest = unit_template(unit_slug)
    form = template_form(request, _others(unit_slug), revision_text(latest))
    based_on = _based_on(request) if request.method == "POST" else latest.revision
    context = {"latest": latest, "based_on": based_on, "address": request.path}
    if request.method == "POST" and saves(request, form):
        common = {"slug": unit_slug, "based_on": based_on, **entry(request, form)}
        try:
            return saved(request, services.revise_template(**common))
        except BlockedError as blocked:
            refuse_blocked(form, blocked)
        except RetiredError:
            form.add_error(None, _("This template was retired meanwhile: it takes no revision."))
        except StaleTemplateError as stale:
            theirs = {"theirs": stale.latest, "their_changes": changes(content_of(stale.latest), form.content)}
            based = {"based_on": stale.latest.revision}
            return editor(request, form, context | theirs | based, status=409)
    return editor(request, form, context)


def _new() -> dict[str, Any]:
    return {"address": reverse("unit_template_new")}


def _others(slug: str) -> set[str]:
    return {row.title for row in current_templates() if row.slug != slug}


def _based_on(request: PersonRequest) -> int:
    """The revision the form was opened from; 0, which is never the latest, for a form that does not say."""
    typed = request.POST.get("based_on", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0
