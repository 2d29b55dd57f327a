"""The editor of oral protocols: a new one, the next cycle like an earlier one, and the next version."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from desens.unit.definitions.hospital import ALLERGIST_TELEPHONE
from desens.unit.selectors import current
from patients.models import Patient
from patients.selectors import identity, patient_of
from protocols import selectors, services
from protocols.decision import decision_about
from protocols.models import Template
from protocols.oral.calendar import CalendarView
from protocols.oral.form import OralForm
from protocols.oral.offered import oral_templates
from protocols.oral.proposal import OralProposal, oral_proposal
from protocols.oral.restored import for_next_cycle, oral_specification, restored
from protocols.oral.showing import calendar_of
from protocols.prescribable import only_prescribable
from protocols.restored import version_named
from protocols.rules.decided import Decision
from protocols.selectors import ShownVersion


@requires(Permission.WRITE_PROTOCOL)
@require_http_methods(["GET", "POST"])
@only_prescribable
def oral_new(request: PersonRequest, code: str) -> HttpResponse:
    """Choose, see the calendar at once, save the first draft; `?copy=CODE/NUMBER` begins with an earlier version."""
    patient = patient_of(code)
    form = _new_form(request, patient)
    proposal, decision = _proposed(form, patient)
    if _saves(request, proposal, decision):
        version = services.start_protocol(patient=patient, prescription=_given(form), **_entry(request, form))
        return _saved(request, patient, version)
    _look_at_form(request, patient, patient.code)
    return _editor(request, patient, {"form": form, "proposal": proposal})


@requires(Permission.WRITE_PROTOCOL)
@require_http_methods(["GET", "POST"])
@only_prescribable
def oral_version_new(request: PersonRequest, code: str, protocol_code: str) -> HttpResponse:
    """The next draft, from the latest one; refused when somebody saved meanwhile."""
    patient = patient_of(code)
    protocol = selectors.protocol_of(patient, protocol_code)
    latest = selectors.shown_version(protocol, selectors.latest_number(protocol))
    if oral_specification(latest.document) is None:
        return redirect("version_new", code, protocol_code)
    data: Any = request.POST if request.method == "POST" else restored(latest.document, _current(latest))
    form = OralForm(data, unit=current(), stored=oral_specification(latest.document))
    proposal, decision = _proposed(form, patient)
    based_on = _based_on(request) if request.method == "POST" else latest.row.number
    context = {"form": form, "proposal": proposal, "protocol": protocol, "based_on": based_on}
    if _saves(request, proposal, decision):
        try:
            version = services.add_version(
                protocol=protocol, based_on=based_on, prescription=_given(form), **_entry(request, form)
            )
        except services.StaleVersionError:
            return _editor(request, patient, context | _theirs(latest))
        return _saved(request, patient, version)
    _look_at_form(request, patient, f"{protocol_code}/{latest.row.number}")
    return _editor(request, patient, context)


def _new_form(request: PersonRequest, patient: Patient) -> OralForm:
    unit = current()
    copied_from = request.POST.get("copied_from") or request.GET.get("copy", "")
    if copied_from:
        earlier = version_named(patient, copied_from)
        if oral_specification(earlier.document) is None:
            raise Http404
        begins = for_next_cycle(earlier.document, _current(earlier), copied_from=copied_from)
        data: Any = request.POST if request.method == "POST" else begins
        return OralForm(data, unit=unit, stored=oral_specification(earlier.document))
    first = {"telephone": request.user.telephone or unit[ALLERGIST_TELEPHONE]}
    return OralForm(request.POST if request.method == "POST" else None, initial=first, unit=unit)


def _proposed(form: OralForm, patient: Patient) -> tuple[OralProposal | None, Decision | None]:
    chosen = form.drug_rows.get(str(form["drug"].value() or ""))
    decision = decision_about(patient, chosen[0]) if chosen and form.is_bound else None
    return oral_proposal(form, patient, decision=decision), decision


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


def _entry(request: PersonRequest, form: OralForm) -> dict[str, Any]:
    return {"entry_key": form.cleaned_data["entry_key"], "by": request.user, "at": timezone.now()}


def _saves(request: PersonRequest, proposal: OralProposal | None, decision: Decision | None) -> bool:
    """Whether a draft is to be saved, and can be: refused where the assessment leaves no way, which the page says."""
    closed = decision is not None and decision.closes
    return bool(proposal and proposal.can_be_saved and not closed and request.POST.get("action") == "save")


def _editor(request: PersonRequest, patient: Patient, context: dict[str, Any]) -> HttpResponse:
    template = "protocols/oral/editor.html" + ("#calendar" if request.htmx else "")
    head = {"identity": identity(patient, viewer=request.user, on=timezone.localdate())}
    response = render(request, template, context if request.htmx else head | context)
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
        at, code = timezone.now(), patient.code
        looked(by=request.user, at=at, subject="protocol form", subject_code=subject_code, patient_code=code)
