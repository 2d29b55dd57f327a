"""The editor of oral protocols: a new one, the next cycle like an earlier one, and the next version."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.unit.definitions.hospital import ALLERGIST_TELEPHONE
from desens.unit.selectors import current
from patients.models import Patient
from patients.selectors import patient_of
from protocols import selectors, services
from protocols.dose_form import carried
from protocols.editor_about import AboutDrug
from protocols.editor_page import look_at_form, page
from protocols.editor_proposing import as_asked, first_drug
from protocols.editor_saving import based_on, entry_of, saved, saves
from protocols.models import Template
from protocols.oral.calendar import CalendarView
from protocols.oral.form import OralForm
from protocols.oral.offered import oral_templates
from protocols.oral.proposal import oral_proposal
from protocols.oral.restored import for_next_cycle, oral_specification, restored
from protocols.oral.showing import calendar_of
from protocols.prescribable import only_prescribable
from protocols.restored import version_named
from protocols.selectors import ShownVersion

PAGE = "protocols/oral/editor.html#calendar"


@requires(Permission.WRITE_PROTOCOL)
@require_http_methods(["GET", "POST"])
@only_prescribable
def oral_new(request: PersonRequest, code: str) -> HttpResponse:
    """Choose, see the calendar at once, save the first draft; `?copy=CODE/NUMBER` begins with an earlier version."""
    patient = patient_of(code)
    copied = request.GET.get("copy", "")
    if copied and version_named(patient, copied).document.is_infused:
        return redirect(f"{reverse('protocol_new', args=[code])}?{urlencode({'copy': copied})}")
    form = _new_form(request, patient)
    about = AboutDrug(patient=patient, form=form)
    proposal = oral_proposal(form, patient, decision=about.decision)
    if saves(request, proposal, about):
        version = services.start_protocol(patient=patient, prescription=_given(form), **entry_of(request, form))
        return saved(request, patient, version)
    look_at_form(request, patient, patient.code)
    return page(request, patient, PAGE, {"form": form, "proposal": proposal, "about": about})


@requires(Permission.WRITE_PROTOCOL)
@require_http_methods(["GET", "POST"])
@only_prescribable
def oral_version_new(request: PersonRequest, code: str, protocol_code: str) -> HttpResponse:
    """The next draft, from the latest one; refused when somebody saved meanwhile."""
    patient = patient_of(code)
    protocol = selectors.protocol_of(patient, protocol_code)
    latest = selectors.shown_version(protocol, selectors.latest_number(protocol))
    if latest.document.is_infused:
        return redirect("version_new", code, protocol_code)
    begins = None if request.method == "POST" else restored(latest.document, _current(latest))
    form = _form(request, patient, latest, begins)
    about = AboutDrug(patient=patient, form=form)
    proposal = oral_proposal(form, patient, decision=about.decision)
    based = based_on(request) if request.method == "POST" else latest.row.number
    context = {"form": form, "proposal": proposal, "protocol": protocol, "based_on": based, "about": about}
    if saves(request, proposal, about):
        try:
            version = services.add_version(
                protocol=protocol, based_on=based, prescription=_given(form), **entry_of(request, form)
            )
        except services.StaleVersionError:
            return page(request, patient, PAGE, context | _theirs(latest))
        return saved(request, patient, version)
    look_at_form(request, patient, f"{protocol_code}/{latest.row.number}")
    return page(request, patient, PAGE, context)


def _new_form(request: PersonRequest, patient: Patient) -> OralForm:
    """As posted; or what the target dose handed over; or an earlier version; or what the assessment proposes."""
    copied_from = request.POST.get("copied_from") or request.GET.get("copy", "")
    if copied_from:
        earlier = version_named(patient, copied_from)
        if earlier.document.is_infused:
            raise Http404
        begins = for_next_cycle(earlier.document, _current(earlier), copied_from=copied_from)
        return _form(request, patient, earlier, None if request.method == "POST" else begins)
    if request.method == "POST" and request.POST.get("action") != "carry":
        return _form(request, patient, None, None)
    unit = current()
    found = first_drug(AboutDrug(patient=patient, form=OralForm(unit=unit)))
    first = {"telephone": request.user.telephone or unit[ALLERGIST_TELEPHONE]}
    return OralForm(initial=first | found | carried(request.POST), unit=unit)


def _form(
    request: PersonRequest, patient: Patient, earlier: ShownVersion | None, begins: dict[str, Any] | None
) -> OralForm:
    """The form as posted, or as `begins`."""
    begun: dict[str, Any] = {"unit": current()}
    if earlier:
        begun |= {"stored": oral_specification(earlier.document), "stored_orders": earlier.document.orders}
    data: Any = request.POST if begins is None else begins
    return as_asked(lambda given: OralForm(given, **begun), data, patient)


def _given(form: OralForm) -> Any:
    """The prescription of a form that can be saved."""
    return form.prescription()


def _current(shown: ShownVersion) -> Template | None:
    """The revision of a version's template that is offered today; None where it is offered no longer."""
    found = oral_templates().get(shown.document.source["template"])
    return found[0] if found else None


def _theirs(latest: ShownVersion) -> dict[str, Any]:
    their_view: CalendarView | None = calendar_of(latest.document)
    return {"theirs": latest, "their_calendar": their_view, "based_on": latest.row.number}
