"""Pages that keep a reaction right: the grade that is decided, and that an entry was a mistake."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.unit.selectors import current
from patients.keeping_forms import ReasonForm
from patients.keeping_services import mark_in_error
from patients.marking import marked
from patients.selectors import patient_of
from reactions.models import Reaction
from reactions.observing import observed_of
from reactions.recording import pages, selectors
from reactions.recording.deciding import decide_grade
from reactions.recording.grade_form import GradeForm
from reactions.recording.proposing import GRADING, proposal_of
from reactions.recording.shown import ShownReaction

page_or_form = require_http_methods(["GET", "POST"])


@requires(Permission.ASSESS)
@page_or_form
def reaction_grade(request: PersonRequest, code: str, case_key: str, scale: str) -> HttpResponse:
    """Confirm a proposed grade, or override it with a reason; both are kept."""
    found = patient_of(code)
    person = pages.look(request, found)
    row = _standing(selectors.reaction_of(person.ids, case_key))
    if scale not in [each.value for each in GRADING]:
        raise Http404
    proposal = proposal_of(scale, observed_of(row), unit=current())
    form = GradeForm(request.POST or None, proposal=proposal)
    if request.method == "POST" and form.is_valid():
        entry_key = form.cleaned_data["entry_key"]
        decide_grade(
            patient=found,
            reaction=row,
            new=form.new_decision(),
            entry_key=entry_key,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Grade recorded."))
        return redirect("reaction", code, row.case_key)
    context = {"form": form, "row": row, "proposal": proposal}
    return render(request, "reactions/grade.html", pages.head_of(request, found, person) | context)


@requires(Permission.MARK_ERROR)
@page_or_form
def reaction_error(request: PersonRequest, code: str, case_key: str) -> HttpResponse:
    """Mark what stands as entered in error: it stays, struck; what it had replaced stands again."""
    found = patient_of(code)
    person = pages.look(request, found)
    row = _standing(selectors.reaction_of(person.ids, case_key))
    form = ReasonForm(request.POST or None)
    if marked(request, form, partial(mark_in_error, entry=row)):
        return redirect("reaction", code, row.case_key)
    context = pages.head_of(request, found, person) | {"form": form, "entry_text": row.told, "row": row}
    return render(request, "reactions/error.html", context)


def _standing(shown: ShownReaction) -> Reaction:
    """The row that stands; 404 where all of the case was a mistake."""
    if shown.row is None:
        raise Http404
    return shown.row
