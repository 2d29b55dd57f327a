"""A person says that a revision of a template of the unit was read."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from protocols.library_presenting import entry_view
from protocols.models import Template, TemplateOrigin
from protocols.selectors import entry_content
from protocols.unit_templates import saying_services
from protocols.unit_templates.forms import ReadingForm
from protocols.unit_templates.presenting import about_template
from protocols.unit_templates.refusals import OwnTemplateError, RetiredError, StaleTemplateError
from protocols.unit_templates.selectors import revision_of


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
            saying_services.record_reading(template=row, note=form.cleaned_data["note"], **said_of(request, form))
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


def _page(request: PersonRequest, row: Template, form: ReadingForm) -> HttpResponse:
    context = entry_view(entry_content(row)) | about_template(row, request.user, reading=form) | {"latest": row}
    return render(request, "protocols/template.html", context, status=409)


def said_of(request: PersonRequest, form: Any) -> dict[str, Any]:
    """What every service about a template takes of a valid form."""
    return {"entry_key": form.cleaned_data["entry_key"], "by": request.user, "at": timezone.now()}
