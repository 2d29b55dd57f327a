"""The breakthroughs of a procedure, and the screen on which one is recorded: the reaction's, with its place."""

from functools import partial
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
from procedures.breakthroughs import pages, selectors
from procedures.breakthroughs.form import BreakthroughForm
from procedures.breakthroughs.pages import Subject
from procedures.breakthroughs.services import record_breakthrough
from reactions.recording import sketching
from reactions.recording.columns import columns_of
from reactions.recording.culprits import drug_names
from reactions.recording.judged import judged, judged_form
from reactions.recording.pages import more_rows_of, opened_with, setting_of
from reactions.rules.observed import Observed

page_or_form = require_http_methods(["GET", "POST"])


@requires(Permission.VIEW_PROCEDURES)
@require_GET
def breakthrough_list(request: PersonRequest, code: str, procedure_code: str) -> HttpResponse:
    """Every breakthrough of the procedure, with its place."""
    subject = pages.subject_of(code, procedure_code)
    pages.look(request, subject)
    ties = selectors.ties_of(subject.procedure, subject.person.ids, subject.course)
    return render(request, "procedures/breakthroughs/list.html", pages.head_of(request, subject) | {"ties": ties})


@requires(Permission.RECORD_PROCEDURE)
@page_or_form
def breakthrough_new(request: PersonRequest, code: str, procedure_code: str) -> HttpResponse:
    """Record a breakthrough: the whole reaction and its place on one screen."""
    subject = pages.subject_of(code, procedure_code)
    if subject.in_error:
        return _refused(request, subject)
    make = _make(request, subject)
    if request.method == "GET":
        pages.look(request, subject)
        begin = pages.opening_of(subject, request.GET.get("step", ""))
        said = judged(Observed(), make.keywords["setting"].unit)
        opened = opened_with(request, make, subject=_sketched(subject), begin=begin, said=said)
        return _page(request, subject, vars(opened))
    form = make(request.POST)
    if "more_rows" in request.POST:
        sketching.keep_sketch(request, _sketched(subject))
        return more_rows_of(request, form)
    if form.is_valid():
        record_breakthrough(
            procedure=subject.procedure,
            new=form.new_breakthrough(),
            entry_key=form.cleaned_data["entry_key"],
            by=request.user,
            at=timezone.now(),
        )
        sketching.drop_sketch(request, _sketched(subject))
        messages.success(request, _("Reaction recorded."))
        return redirect("breakthrough_list", *subject.keys)
    sketching.keep_sketch(request, _sketched(subject))
    return _page(request, subject, {"form": form, "judged": judged_form(form)})


@requires(Permission.RECORD_PROCEDURE)
@require_POST
def breakthrough_panel(request: PersonRequest, code: str, procedure_code: str) -> HttpResponse:
    """The grades of what is ticked so far; what was typed is kept as a sketch."""
    subject = pages.subject_of(code, procedure_code)
    saved_at = sketching.keep_sketch(request, _sketched(subject))
    context = {"judged": judged_form(_make(request, subject)(request.POST)), "saved_at": saved_at}
    return render(request, "reactions/panel_answer.html", context)


@requires(Permission.RECORD_PROCEDURE)
@require_POST
def breakthrough_sketch_drop(request: PersonRequest, code: str, procedure_code: str) -> HttpResponse:
    """Throw the sketch away and begin with the procedure's own values."""
    subject = pages.subject_of(code, procedure_code)
    sketching.drop_sketch(request, _sketched(subject))
    messages.info(request, _("What had been typed was thrown away."))
    return redirect("breakthrough_new", *subject.keys)


def _make(request: PersonRequest, subject: Subject) -> partial[BreakthroughForm]:
    setting = setting_of(request, subject.found, timezone.now())
    return partial(BreakthroughForm, setting=setting, course=subject.course)


def _sketched(subject: Subject) -> str:
    """What the sketch is about."""
    return ":".join(subject.keys)


def _refused(request: PersonRequest, subject: Subject) -> HttpResponse:
    messages.warning(request, _("This procedure was entered in error: nothing is added to it."))
    return redirect("breakthrough_list", *subject.keys)


def _page(request: PersonRequest, subject: Subject, context: dict[str, Any]) -> HttpResponse:
    whole = pages.head_of(request, subject) | context
    whole |= {
        "columns": columns_of(context["form"]["signs"].value() or ()),
        "drug_names": drug_names(),
        "panel_url": reverse("breakthrough_panel", args=subject.keys),
        "drop_url": reverse("breakthrough_sketch_drop", args=subject.keys),
    }
    return render(request, "procedures/breakthroughs/new.html", whole)
