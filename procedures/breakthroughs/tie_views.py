"""Pages that keep the places right: tie a recorded reaction, say anew where it came, mark a tie as a mistake."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from patients.keeping_forms import ReasonForm
from patients.marking import marked
from procedures.breakthroughs import pages, selectors
from procedures.breakthroughs.inserting import CorrectedAlreadyError, TiedAlreadyError
from procedures.breakthroughs.pages import Subject
from procedures.breakthroughs.services import correct_tie, mark_tie_in_error, tie_reaction
from procedures.breakthroughs.tie_form import TieForm
from reactions.models import Reaction
from reactions.recording.selectors import reaction_of

page_or_form = require_http_methods(["GET", "POST"])


@requires(Permission.RECORD_PROCEDURE)
@page_or_form
def breakthrough_tie(request: PersonRequest, code: str, procedure_code: str) -> HttpResponse:
    """Say of a reaction that is recorded already that it came in this procedure."""
    subject = pages.subject_of(code, procedure_code)
    cases = {str(row.case_key): row for row in selectors.untied(subject.person.ids)}
    sent = request.POST.get("reaction", "")
    if request.method == "POST" and sent not in cases:
        cases |= _sent_before(subject, sent)
    form = TieForm(request.POST or None, course=subject.course, cases=cases)
    if request.method == "POST" and form.is_valid() and not subject.in_error:
        common = {"entry_key": form.cleaned_data["entry_key"], "by": request.user, "at": timezone.now()}
        try:
            tie_reaction(procedure=subject.procedure, reaction=form.chosen, tie=form.tie, **common)
        except TiedAlreadyError:
            messages.warning(request, _("Somebody tied this reaction before you. Nothing was changed."))
        else:
            messages.success(request, _("Recorded."))
        return redirect("breakthrough_list", *subject.keys)
    pages.look(request, subject)
    context = pages.head_of(request, subject) | {"form": form, "cases": cases}
    return render(request, "procedures/breakthroughs/tie.html", context)


@requires(Permission.RECORD_PROCEDURE)
@page_or_form
def breakthrough_correct(request: PersonRequest, code: str, procedure_code: str, tie_key: str) -> HttpResponse:
    """Say anew where it came."""
    subject = pages.subject_of(code, procedure_code)
    tie = selectors.tie_of(subject.procedure, tie_key)
    case = reaction_of(subject.person.ids, tie.reaction_case).row
    if case is None or hasattr(tie, "error"):
        messages.warning(request, _("This was entered in error: it is not corrected."))
        return redirect("breakthrough_list", *subject.keys)
    cases = {str(case.case_key): case}
    form = TieForm(request.POST or None, course=subject.course, cases=cases, initial=TieForm.opened(tie))
    if request.method == "POST" and form.is_valid():
        common = {"entry_key": form.cleaned_data["entry_key"], "by": request.user, "at": timezone.now()}
        try:
            correct_tie(corrects=tie, reaction=case, tie=form.tie, **common)
        except CorrectedAlreadyError:
            messages.warning(request, _("Somebody corrected this before you. See what stands; nothing was changed."))
        else:
            messages.success(request, _("Recorded."))
        return redirect("breakthrough_list", *subject.keys)
    pages.look(request, subject)
    context = pages.head_of(request, subject) | {"form": form, "cases": cases, "corrected": tie}
    return render(request, "procedures/breakthroughs/tie.html", context)


@requires(Permission.MARK_ERROR)
@page_or_form
def breakthrough_error(request: PersonRequest, code: str, procedure_code: str, tie_key: str) -> HttpResponse:
    """Mark the tie as a mistake; the reaction itself stands."""
    subject = pages.subject_of(code, procedure_code)
    tie = selectors.tie_of(subject.procedure, tie_key)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and hasattr(tie, "corrected_by"):
        messages.warning(request, _("Somebody corrected this before you. See what stands; nothing was changed."))
        return redirect("breakthrough_list", *subject.keys)
    if marked(request, form, partial(mark_tie_in_error, tie=tie)):
        return redirect("breakthrough_list", *subject.keys)
    pages.look(request, subject)
    told = reaction_of(subject.person.ids, tie.reaction_case).newest.told
    context = pages.head_of(request, subject) | {"form": form, "entry_text": told}
    return render(request, "procedures/breakthroughs/error.html", context)


def _sent_before(subject: Subject, sent: str) -> dict[str, Reaction]:
    """A reaction that is tied already, so that a form sent again finds its first entry."""
    shown = selectors.ties_of(subject.procedure, subject.person.ids, subject.course)
    rows = [tie.case.row for tie in shown if tie.case.row is not None]
    return {str(row.case_key): row for row in rows if str(row.case_key) == sent}
