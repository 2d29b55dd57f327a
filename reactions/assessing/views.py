"""The page of an assessment: what the rules say of everything recorded, and the one card to decide and sign."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from reactions.assessing.addressed import Addressed, addressed
from reactions.assessing.decision_form import DecisionForm
from reactions.assessing.decisions import StaleDecisionError, sign
from reactions.assessing.facts import Changes, changes_since, seen_text
from reactions.assessing.gathering import Gathered, gather
from reactions.assessing.shown import verdicts
from reactions.assessing.signed import shown_decisions


@requires(Permission.VIEW_REACTIONS)
@require_GET
def assessment(request: PersonRequest, code: str, case_key: UUID) -> HttpResponse:
    """Everything about the reaction's culprit, judged, with the decisions that were signed."""
    about = addressed(request, code, case_key)
    _look(request, about)
    gathered = gather(about.ids, about.reaction)
    form = _form(request, gathered, None) if _may(request, about)["assess"] else None
    return _page(request, about, gathered, form)


@requires(Permission.ASSESS)
@require_POST
def assessment_sign(request: PersonRequest, code: str, case_key: UUID) -> HttpResponse:
    """Sign the decision, unless something was recorded since the page was opened."""
    about = addressed(request, code, case_key)
    gathered = gather(about.ids, about.reaction)
    form, seen = _form(request, gathered, request.POST), request.POST.get("seen", "")
    if form.is_valid():
        key = form.cleaned_data["entry_key"]
        common: dict[str, Any] = {"entry_key": key, "by": request.user, "at": timezone.now()}
        try:
            row = sign(ids=about.ids, reaction=about.reaction, new=form.new_decision(), seen=seen, **common)
        except StaleDecisionError as stale:
            return _page(request, about, gathered, form, stale=stale.changes)
        messages.success(request, _("Signed: decision %(number)d stands.") % {"number": row.number})
        return redirect("assessment", code, case_key)
    return _page(request, about, gathered, form, stale=changes_since(seen, gathered.facts, gathered.digest))


def _form(request: PersonRequest, gathered: Gathered, sent: Any) -> DecisionForm:
    """The card; what was sent is shown again with what the page shows now, so that it can be signed next."""
    seen = seen_text(gathered.facts, gathered.digest)
    data = None
    if sent is not None:
        data = sent.copy()
        data["seen"] = seen
    return DecisionForm(data, judged=gathered.judged, seen=seen, signer=request.user)


def _page(
    request: PersonRequest,
    about: Addressed,
    gathered: Gathered,
    form: DecisionForm | None,
    *,
    stale: Changes | None = None,
) -> HttpResponse:
    context = {
        "identity": about.identity,
        "reaction": gathered.reaction,
        "gathered": gathered,
        "says": verdicts(gathered),
        "decisions": shown_decisions(gathered.standing.decisions),
        "form": form,
        "stale": stale,
        "may": _may(request, about),
    }
    return render(request, "reactions/assessing/assessment.html", context, status=409 if stale else 200)


def _may(request: PersonRequest, about: Addressed) -> dict[str, bool]:
    """What the viewer may do; a record joined to another is only read."""
    leads = about.person.leading == about.patient
    return {
        "assess": leads and request.user.has(Permission.ASSESS),
        "mark_error": leads and request.user.has(Permission.MARK_ERROR),
        "prescribe": leads and request.user.has(Permission.WRITE_PROTOCOL),
    }


def _look(request: PersonRequest, about: Addressed) -> None:
    code = about.patient.code
    looked(by=request.user, at=timezone.now(), subject="assessment", subject_code=code, patient_code=code)
