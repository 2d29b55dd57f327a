"""The editor: a new protocol, the next cycle like an earlier one, and the next version."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from desens.unit.selectors import current
from patients.models import Patient
from patients.selectors import identity, patient_of
from protocols import selectors, services, standing
from protocols.dose_form import carried
from protocols.editor_about import AboutDrug, first_drug, proposed_slug
from protocols.editor_presenting import Proposal, proposal_of
from protocols.forms import ProtocolForm
from protocols.prescribable import only_prescribable
from protocols.presenting import schedule_view
from protocols.restored import for_next_cycle, restored, version_named
from protocols.selectors import ShownVersion


@requires(Permission.WRITE_PROTOCOL)
@require_http_methods(["GET", "POST"])
@only_prescribable
def protocol_new(request: PersonRequest, code: str) -> HttpResponse:
    """Choose, see the schedule at once, save the first draft; `?copy=CODE/NUMBER` begins with an earlier version."""
    patient = patient_of(code)
    copied = request.GET.get("copy", "")
    if copied and not version_named(patient, copied).document.is_infused:
        return redirect(f"{reverse('oral_new', args=[code])}?{urlencode({'copy': copied})}")
    form = _new_form(request, patient)
    about = AboutDrug(patient=patient, form=form)
    proposal = proposal_of(form, patient, decision=about.decision)
    if _saves(request, proposal, about):
        version = services.start_protocol(patient=patient, prescription=form.prescription(), **_entry(request, form))
        return _saved(request, patient, version)
    _look_at_form(request, patient, patient.code)
    return _editor(request, patient, {"form": form, "proposal": proposal, "about": about})


@requires(Permission.WRITE_PROTOCOL)
@require_http_methods(["GET", "POST"])
@only_prescribable
def version_new(request: PersonRequest, code: str, protocol_code: str) -> HttpResponse:
    """The next draft, from the latest one; refused when somebody saved meanwhile."""
    patient = patient_of(code)
    protocol = selectors.protocol_of(patient, protocol_code)
    latest = selectors.shown_version(protocol, selectors.latest_number(protocol))
    if not latest.document.is_infused:
        return redirect("oral_version_new", code, protocol_code)
    begins = None if request.method == "POST" else restored(latest.document, _current(latest))
    form = _form(request, patient, latest, begins)
    about = AboutDrug(patient=patient, form=form)
    proposal = proposal_of(form, patient, decision=about.decision)
    based_on = _based_on(request) if request.method == "POST" else latest.row.number
    context = {"form": form, "proposal": proposal, "protocol": protocol, "based_on": based_on, "about": about}
    if _saves(request, proposal, about):
        try:
            version = services.add_version(
                protocol=protocol, based_on=based_on, prescription=form.prescription(), **_entry(request, form)
            )
        except services.StaleVersionError:
            return _editor(request, patient, context | _theirs(latest))
        return _saved(request, patient, version)
    _look_at_form(request, patient, f"{protocol_code}/{latest.row.number}")
    return _editor(request, patient, context)


def _new_form(request: PersonRequest, patient: Patient) -> ProtocolForm:
    """As posted; or what the target dose handed over; or an earlier version; or what unit and assessment propose."""
    copied_from = request.POST.get("copied_from") or request.GET.get("copy", "")
    if copied_from:
        earlier = version_named(patient, copied_from)
        if not earlier.document.is_infused:
            raise Http404
        begins = for_next_cycle(earlier.document, _current(earlier), copied_from=copied_from)
        return _form(request, patient, earlier, None if request.method == "POST" else begins)
    first = standing.first_choices(current(), telephone=request.user.telephone)
    if request.method == "POST" and request.POST.get("action") != "carry":
        return _form(request, patient, None, None)
    form = ProtocolForm(initial=first, unit=current())
    found = first_drug(AboutDrug(patient=patient, form=form))
    return ProtocolForm(initial=first | found | carried(request.POST), unit=current())


def _form(
    request: PersonRequest, patient: Patient, earlier: ShownVersion | None, begins: dict[str, Any] | None
) -> ProtocolForm:
    """The form as posted, or as `begins`; with the template that the assessment proposes where that was asked for."""
    begun: dict[str, Any] = {"unit": current(), "patient": patient}
    if earlier:
        begun |= {"stored": earlier.document.specification, "stored_orders": earlier.document.orders}
    data: Any = request.POST if begins is None else begins
    form = ProtocolForm(data, **begun)
    if data.get("action") != "propose":
        return form
    about = AboutDrug(patient=patient, form=form)
    slug = proposed_slug(form, about.drug, about.row) if about.drug else None
    return ProtocolForm(data.dict() | ({"template": slug} if slug else {}), **begun)


def _current(shown: ShownVersion) -> Any:
    """The revision of a version's template that is offered today; None where it is offered no longer."""
    offered = (row for row, _entry in selectors.infused_templates())
    return next((row for row in offered if row.slug == shown.document.source["template"]), None)


def _theirs(latest: ShownVersion) -> dict[str, Any]:
    return {"theirs": latest, "their_view": schedule_view(latest.document), "based_on": latest.row.number}


def _entry(request: PersonRequest, form: ProtocolForm) -> dict[str, Any]:
    return {"entry_key": form.cleaned_data["entry_key"], "by": request.user, "at": timezone.now()}


def _saves(request: PersonRequest, proposal: Proposal | None, about: AboutDrug) -> bool:
    """Whether a draft is to be saved, and can be: refused where the assessment leaves no way, which the page says."""
    closed = about.decision is not None and about.decision.closes
    return bool(proposal and proposal.can_be_saved and not closed and request.POST.get("action") == "save")


def _editor(request: PersonRequest, patient: Patient, context: dict[str, Any]) -> HttpResponse:
    template = "protocols/editor.html" + ("#schedule" if request.htmx else "")
    context |= {"about_asked": request.POST.get("about", "") != str(context["form"]["drug"].value() or "")}
    head = {"identity": identity(patient, viewer=request.user, on=timezone.localdate())}
    response = render(request, template, context | {"code": patient.code} if request.htmx else head | context)
    response.headers["Vary"] = "HX-Request"
    return response


def _saved(request: PersonRequest, patient: Patient, row: Any) -> HttpResponse:
    messages.success(request, _("Draft %(number)s saved.") % {"number": row.number})
    return redirect("version", patient.code, row.protocol.code, row.number)


def _based_on(request: PersonRequest) -> int:
    """The version the form was opened from; 0, which is never the latest, for a form that does not say."""
    typed = request.POST.get("based_on", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0


def _look_at_form(request: PersonRequest, patient: Patient, subject_code: str) -> None:
    """Opening the form is a look; what is typed into it and computed on the way is none."""
    if request.method == "GET":
        looked(
            by=request.user,
            at=timezone.now(),
            subject="protocol form",
            subject_code=subject_code,
            patient_code=patient.code,
        )
