"""The page on which a template of the unit is retired."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from protocols.unit_templates import saying_services
from protocols.unit_templates.forms import RetireForm
from protocols.unit_templates.refusals import RetiredError, StaleTemplateError
from protocols.unit_templates.saying_views import said_of
from protocols.unit_templates.selectors import revision_of, unit_template
from protocols.unit_templates.standing import standings


@requires(Permission.MANAGE_TEMPLATES)
@require_http_methods(["GET", "POST"])
def unit_template_retire(request: PersonRequest, unit_slug: str) -> HttpResponse:
    """Offer the template no longer, with a reason."""
    row = unit_template(unit_slug)
    form = RetireForm(request.POST if request.method == "POST" else None, initial={"revision": row.revision})
    if request.method == "POST" and form.is_valid():
        seen = revision_of(unit_slug, form.cleaned_data["revision"])
        try:
            saying_services.retire_template(template=seen, reason=form.cleaned_data["reason"], **said_of(request, form))
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
