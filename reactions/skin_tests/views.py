"""A patient's skin tests, and one session of them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from reactions.skin_test_choices import ReadAfter
from reactions.skin_tests import selectors
from reactions.skin_tests.measured_words import when_text
from reactions.skin_tests.pages import head, opened, session_opened
from reactions.skin_tests.timing_words import since_text, timing_text, washout_texts


@requires(Permission.VIEW_REACTIONS)
@require_GET
def skin_tests(request: PersonRequest, code: str) -> HttpResponse:
    """Every session, the last first."""
    at = opened(request, code)
    context = head(request, at) | {"sessions": selectors.sessions(at.person.ids)}
    return render(request, "reactions/skin_tests/list.html", context)


@requires(Permission.VIEW_REACTIONS)
@require_GET
def session(request: PersonRequest, code: str, session_key: str) -> HttpResponse:
    """What is tested, what was read, and what it says."""
    at, row = session_opened(request, code, session_key)
    shown = selectors.shown_session(at.person.ids, row)
    context = head(request, at) | {
        "shown": shown,
        "later": [(after.value, when_text(after)) for after in ReadAfter if after != ReadAfter.MINUTES],
        "since": since_text(shown),
        "timing": timing_text(shown),
        "washouts": list(washout_texts(shown)),
    }
    return render(request, "reactions/skin_tests/session.html", context)
