"""Pages on which a person says something of a template of the unit: read it, retire it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from protocols.library_presenting import entry_view
from protocols.models import Template, TemplateOrigin
from protocols.selectors import entry_content
from protocols.unit_templates import saying_services
from protocols.unit_templates.forms import ReadingForm, RetireForm
from protocols.unit_templates.presenting import about_template
from protocols.unit_templates.refusals import OwnTemplateError, RetiredError, StaleTemplateError
from protocols.unit_templates.selectors import revision_of, standings, unit_template


@requires(Permission.MANAGE_TEMPLATES)
@require_POST
def unit_template_reading(request: PersonRequest, unit_slug: str, revision: int) -> HttpResponse:
    """Record that the person read this revision."""
    row = revision_of(unit_slug, revision)
    if row.origin != TemplateOrigin.UNIT:
        raise Http404
    form = ReadingForm(request.POST)
    if form.is_valid():
        try:
            saying_services.record_reading(template=row, note=form.cleaned_data["note"], **_entry(request, form))
        except OwnTemplateError:
            form.add_error("note", _("You made this revision: another person reads it."))
        except RetiredError:
            form.add_error("note", _("This template was retired meanwhile."))
        except StaleTemplateError:
            form.add_error("note", _("A newer revision was made meanwhile: read that."))
        else:
            messages.success(request, _("Your reading is kept."))
            return redirect("template", unit_slug)
    return _page(request, row, form)


@requires(Permission.MANAGE_TEMPLATES)
@require_http_methods(["GET", "POST"])
def unit_template_retire(request: PersonRequest, unit_slug: str) -> HttpResponse:
    """Offer the template no longer, with a reason."""
    row = unit_template(unit_slug)
    form = RetireForm(request.POST if request.method == "POST" else None, initial={"revision": row.revision})
    if request.method == "POST" and form.is_valid():
        seen = revision_of(unit_slug, form.cleaned_data["revision"])
        try:
            saying_services.retire_template(template=seen, reason=form.cleaned_data["reason"], **_entry(request, form))
        except RetiredError:
            form.add_error("reason", _("Somebody retired this template meanwhile."))
        except StaleTemplateError:
            form.add_error("reason", _("A newer revision was made meanwhile: look at it before you retire it."))
            form.data = {**request.POST.dict(), "revision": str(unit_template(unit_slug).revision)}
        else:
            messages.success(request, _("The template is retired: it is not offered for new protocols."))
            return redirect("template", unit_slug)
    (standing,) = standings([row], on=timezone.localdate())
    return render(request, "protocols/unit_templates/retire.html", {"form": form, "row": row, "standing": standing})


def _page(request: PersonRequest, row: Template, form: ReadingForm) -> HttpResponse:
    context = entry_view(entry_content(row)) | about_template(row, request.user, reading=form) | {"latest": row}
    return render(request, "protocols/template.html", context, status=409)


def _entry(request: PersonRequest, form: Any) -> dict[str, Any]:
    return {"entry_key": form.cleaned_data["entry_key"], "by": request.user, "at": timezone.now()}
