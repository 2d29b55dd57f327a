"""The forms beside an assessment: Naranjo's answers, the grounds, a challenge and that one was a mistake."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from patients.keeping_forms import ReasonForm
from patients.keeping_services import mark_in_error
from patients.marking import marked
from reactions.assessing.addressed import Addressed, addressed
from reactions.assessing.entry_kinds import KINDS
from reactions.assessing.selectors import standing_answers
from reactions.models import Challenge


@requires(Permission.ASSESS)
@require_http_methods(["GET", "POST"])
def record(request: PersonRequest, code: str, case_key: UUID, *, kind: str) -> HttpResponse:
    """Record one entry of the kind, beginning with what stands."""
    about = addressed(request, code, case_key)
    form_class, service = KINDS[kind]
    form = form_class(
        request.POST or None,
        initial=standing_answers(about.ids, about.reaction.culprit_key, kind),
        patient=about.patient,
        ids=about.ids,
        today=timezone.localdate(),
    )
    if request.method == "POST" and form.is_valid():
        service(reaction=about.reaction, new=form.new_entry(), **_entry(request, form))
        messages.success(request, str(form.told))
        return redirect("assessment", code, case_key)
    return render(request, "reactions/assessing/entry.html", _context(about, form))


@requires(Permission.MARK_ERROR)
@require_http_methods(["GET", "POST"])
def challenge_error(request: PersonRequest, code: str, case_key: UUID, challenge_key: UUID) -> HttpResponse:
    """Mark a challenge as entered in error."""
    about = addressed(request, code, case_key)
    entry = get_object_or_404(Challenge, patient__in=about.ids, entry_key=challenge_key)
    form = ReasonForm(request.POST or None)
    if marked(request, form, partial(mark_in_error, entry=entry)):
        return redirect("assessment", code, case_key)
    return render(request, "reactions/assessing/error.html", _context(about, form) | {"entry": entry})


def _entry(request: PersonRequest, form: Any) -> dict[str, Any]:
    return {"entry_key": form.cleaned_data["entry_key"], "by": request.user, "at": timezone.now()}


def _context(about: Addressed, form: Any) -> dict[str, Any]:
    return {"identity": about.identity, "reaction": about.reaction, "form": form}
