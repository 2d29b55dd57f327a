"""The allergist's own reading of a test, and marks of what was a mistake."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from patients.keeping_forms import ReasonForm
from patients.keeping_services import mark_in_error
from patients.marking import marked
from reactions.models import SkinTestOpinion, SkinTestRound, SkinTestSession
from reactions.skin_tests import selectors, services
from reactions.skin_tests.opinion_form import OpinionForm
from reactions.skin_tests.pages import entry_of, head, session_opened

#: What can be marked, by its word in the address, with the way from it to its session.
KINDS: dict[str, tuple[Any, str]] = {
    "session": (SkinTestSession, "pk"),
    "round": (SkinTestRound, "session"),
    "opinion": (SkinTestOpinion, "test__session"),
}


@requires(Permission.ASSESS)
@require_http_methods(["GET", "POST"])
def opinion(request: PersonRequest, code: str, session_key: str) -> HttpResponse:
    """Read a test otherwise than the rules, or as they do, with a reason."""
    at, row = session_opened(request, code, session_key)
    shown = selectors.shown_session(at.person.ids, row)
    form = OpinionForm(request.POST or None, tests=shown.tests, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        services.record_opinion(patient=at.patient, new=form.new_opinion(), **entry_of(request, form))
        messages.success(request, _("Recorded beside what the rules say."))
        return redirect("skin_test_session", code, row.entry_key)
    context = head(request, at) | {"form": form, "shown": shown}
    return render(request, "reactions/skin_tests/opinion.html", context)


@requires(Permission.MARK_ERROR)
@require_http_methods(["GET", "POST"])
def error(
    request: PersonRequest, code: str, session_key: str, skin_test_entry: str, skin_test_key: str
) -> HttpResponse:
    """Mark a session, a round of readings or an opinion as entered in error."""
    at, row = session_opened(request, code, session_key)
    entry = _entry_of(row, skin_test_entry, skin_test_key)
    form = ReasonForm(request.POST or None)
    if marked(request, form, partial(mark_in_error, entry=entry)):
        return redirect("skin_test_session", code, row.entry_key)
    context = head(request, at) | {"form": form, "entry_text": entry.told}
    return render(request, "patients/entry_error.html", context)


def _entry_of(session: SkinTestSession, kind: str, key: str) -> Any:
    """The entry of that kind and key in this very session, or 404."""
    try:
        (model, way), entry_key = KINDS[kind], UUID(key)
    except (KeyError, ValueError):
        raise Http404 from None
    return get_object_or_404(model, entry_key=entry_key, **{way: session.pk})
