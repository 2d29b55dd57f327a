"""The pages of reactions: the list, one reaction, and the screen on which one is recorded or corrected."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.unit.selectors import current
from patients.models import Patient
from patients.person import records_of
from patients.selectors import patient_of
from reactions.models import Reaction
from reactions.observing import observed_of
from reactions.recording import pages, selectors, sketching
from reactions.recording.columns import columns_of
from reactions.recording.culprits import drug_names, unknown_culprit
from reactions.recording.facts import facts_of
from reactions.recording.form import ReactionForm
from reactions.recording.judged import judged_form
from reactions.recording.proposing import differences, proposals
from reactions.recording.services import CorrectedAlreadyError, record_reaction

page_or_form = require_http_methods(["GET", "POST"])


@requires(Permission.VIEW_REACTIONS)
@require_GET
def reaction_list(request: PersonRequest, code: str) -> HttpResponse:
    """The patient's reactions, the last one first."""
    found = patient_of(code)
    person = pages.look(request, found)
    context = pages.head_of(request, found, person) | {"reactions": selectors.reactions(person.ids)}
    return render(request, "reactions/list.html", context)


@requires(Permission.VIEW_REACTIONS)
@require_GET
def reaction(request: PersonRequest, code: str, case_key: str) -> HttpResponse:
    """One reaction with what every scale says of it; struck where it was a mistake."""
    found = patient_of(code)
    person = pages.look(request, found)
    shown = selectors.reaction_of(person.ids, case_key)
    observed, unit = observed_of(shown.newest), current()
    context = pages.head_of(request, found, person) | {
        "shown": shown,
        "row": shown.newest,
        "grades": shown.grades(proposals(observed, unit=unit)),
        "differences": differences(observed, unit=unit),
        "columns": columns_of([sign.code for sign in shown.newest.signs.all()]),
        "facts": facts_of(shown.newest),
    }
    return render(request, "reactions/reaction.html", context)


@requires(Permission.RECORD_REACTION)
@page_or_form
def reaction_record(request: PersonRequest, code: str, case_key: str | None = None) -> HttpResponse:
    """Record a reaction, or correct one: the whole on one screen."""
    found = patient_of(code)
    corrected = _corrected(found, case_key)
    subject = sketching.subject_of(found, corrected)
    if request.method == "GET":
        pages.look(request, found)
        return _page(request, found, corrected, vars(pages.opened_form(request, found, corrected)))
    form, overtaken = pages.sent_form(request, found), False
    if "more_rows" in request.POST:
        sketching.keep_sketch(request, subject)
        return pages.more_rows_of(request, form)
    if form.is_valid():
        stored = _stored(request, found, form, corrected)
        if stored is not None:
            sketching.drop_sketch(request, subject)
            messages.success(request, _("Reaction recorded."))
            tell_unknown(request, stored)
            return redirect("reaction", code, stored.case_key)
        overtaken = True
    sketching.keep_sketch(request, subject)
    status = 409 if overtaken else 200
    context = {"form": form, "judged": judged_form(form), "overtaken": overtaken}
    return _page(request, found, corrected, context, status=status)


@requires(Permission.RECORD_REACTION)
@require_POST
def reaction_panel(request: PersonRequest, code: str, case_key: str | None = None) -> HttpResponse:
    """The grades of what is ticked so far; what was typed is kept as a sketch."""
    found = patient_of(code)
    subject = sketching.subject_of(found, _corrected(found, case_key))
    saved_at = sketching.keep_sketch(request, subject)
    context = {"judged": judged_form(pages.sent_form(request, found)), "saved_at": saved_at}
    return render(request, "reactions/panel_answer.html", context)


@requires(Permission.RECORD_REACTION)
@require_POST
def reaction_sketch_drop(request: PersonRequest, code: str, case_key: str | None = None) -> HttpResponse:
    """Throw the sketch away and begin with an empty page."""
    found = patient_of(code)
    sketching.drop_sketch(request, sketching.subject_of(found, _corrected(found, case_key)))
    messages.info(request, _("What had been typed was thrown away."))
    return redirect(*(("reaction_correct", code, case_key) if case_key else ("reaction_record", code)))


def tell_unknown(request: PersonRequest, stored: Reaction) -> None:
    """A drug that the list does not know may be a slip of the keys; an excipient alone is no drug."""
    unknown = "" if stored.culprit == stored.get_excipient_display() else unknown_culprit(stored.culprit)
    if unknown:
        messages.warning(request, unknown)


def _corrected(found: Patient, case_key: str | None) -> Reaction | None:
    if case_key is None:
        return None
    return selectors.reaction_of(records_of(found).ids, case_key).newest


def _stored(request: PersonRequest, found: Patient, form: ReactionForm, corrected: Reaction | None) -> Reaction | None:
    """The reaction as it is kept; None where somebody corrected it meanwhile."""
    assert form.new is not None  # noqa: S101  # a valid form has read everything
    try:
        return record_reaction(
            patient=found,
            new=form.new,
            decision=form.new_decision(),
            entry_key=form.cleaned_data["entry_key"],
            corrects=corrected,
            by=request.user,
            at=timezone.now(),
        )
    except CorrectedAlreadyError:
        return None


def _page(
    request: PersonRequest, found: Patient, corrected: Reaction | None, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    columns = columns_of(context["form"]["signs"].value() or ())
    head = pages.head_of(request, found, records_of(found))
    whole = head | {"corrected": corrected, "columns": columns, "drug_names": drug_names()} | context
    whole |= _addresses(found, corrected)
    return render(request, "reactions/record.html", whole, status=status)


def _addresses(found: Patient, corrected: Reaction | None) -> dict[str, str]:
    """Where the page sends what is ticked so far, and where its sketch is thrown away."""
    if corrected is None:
        names, keys = ("reaction_panel", "reaction_sketch_drop"), [found.code]
    else:
        names = ("reaction_correct_panel", "reaction_correct_sketch_drop")
        keys = [found.code, str(corrected.case_key)]
    return {"panel_url": reverse(names[0], args=keys), "drop_url": reverse(names[1], args=keys)}
