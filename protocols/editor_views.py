"""The editor: a new protocol, the next cycle like an earlier one, and the next version."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.unit.selectors import current
from patients.models import Patient
from patients.selectors import patient_of
from protocols import selectors, services, standing
from protocols.dose_form import carried
from protocols.editor_about import AboutDrug
from protocols.editor_page import look_at_form, page
from protocols.editor_presenting import proposal_of
from protocols.editor_proposing import as_asked, first_drug
from protocols.editor_saving import based_on, entry_of, saved, saves
from protocols.forms import ProtocolForm
from protocols.prescribable import only_prescribable
from protocols.presenting import schedule_view
from protocols.restored import for_next_cycle, restored, version_named
from protocols.selectors import ShownVersion

PAGE = "protocols/editor.html#schedule"


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
    if saves(request, proposal, about):
        version = services.start_protocol(patient=patient, prescription=form.prescription(), **entry_of(request, form))
        return saved(request, patient, version)
    look_at_form(request, patient, patient.code)
    return page(request, patient, PAGE, {"form": form, "proposal": proposal, "about": about})


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
    based = based_on(request) if request.method == "POST" else latest.row.number
    context = {"form": form, "proposal": proposal, "protocol": protocol, "based_on": based, "about": about}
    if saves(request, proposal, about):
        try:
            version = services.add_version(
                protocol=protocol, based_on=based, prescription=form.prescription(), **entry_of(request, form)
            )
        except services.StaleVersionError:
            return page(request, patient, PAGE, context | _theirs(latest))
        return saved(request, patient, version)
    look_at_form(request, patient, f"{protocol_code}/{latest.row.number}")
    return page(request, patient, PAGE, context)


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
    """The form as posted, or as `begins`."""
    begun: dict[str, Any] = {"unit": current(), "patient": patient}
    if earlier:
        begun |= {"stored": earlier.document.specification, "stored_orders": earlier.document.orders}
    data: Any = request.POST if begins is None else begins
    return as_asked(lambda given: ProtocolForm(given, **begun), data, patient)


def _current(shown: ShownVersion) -> Any:
    """The revision of a version's template that is offered today; None where it is offered no longer."""
    offered = (row for row, _entry in selectors.infused_templates())
    return next((row for row in offered if row.slug == shown.document.source["template"]), None)


def _theirs(latest: ShownVersion) -> dict[str, Any]:
    return {"theirs": latest, "their_view": schedule_view(latest.document), "based_on": latest.row.number}
