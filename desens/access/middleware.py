"""Sessions end by themselves: after idleness, and after a working day (SESSION_IDLE_MINUTES, _ABSOLUTE_HOURS).

What was sent too late is not lost: it stands in its form again after the log-in.
"""

from collections.abc import Callable, Sequence
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.template.loader import render_to_string
from django.utils import timezone
from django_htmx.http import HttpResponseClientRedirect

from desens.access.kept_forms import has_kept, keep_form, take_form
from desens.access.models import User
from desens.access.open_sessions import WAITING, note_active
from desens.access.refill import refill
from desens.access.sessions import ActivityEnd, ended_because, worth_writing
from desens.audit.recording import recording

Handler = Callable[[HttpRequest], HttpResponse]

BEGAN = "began_s"
ACTIVE = "active_s"


def session_limits(get_response: Handler) -> Handler:
    """Ends sessions over a limit; notes activity, which polling (header `X-Polling: 1`) is not.

    What a page asks for by itself is answered with nothing once the limit is passed, and ends no session: what its
    person does next does, and keeps what they had typed.
    """

    def limited(request: HttpRequest) -> HttpResponse:
        if isinstance(request.user, User):
            now_s = int(timezone.now().timestamp())
            end = _end(request, now_s)
            if end and _is_polling(request):
                return HttpResponse(status=204)
            if end:
                return _end_session(request, request.user, end)
            _note_activity(request, now_s)
        return get_response(request)

    return limited


def _end(request: HttpRequest, now_s: int) -> ActivityEnd | None:
    return ended_because(
        began_s=request.session.get(BEGAN, now_s),
        active_s=request.session.get(ACTIVE, now_s),
        now_s=now_s,
        idle_s=settings.SESSION_IDLE_MINUTES * 60,
        absolute_s=settings.SESSION_ABSOLUTE_HOURS * 3600,
    )


def _note_activity(request: HttpRequest, now_s: int) -> None:
    session = request.session
    if BEGAN not in session:
        session[BEGAN] = session[ACTIVE] = now_s
    elif not _is_polling(request) and worth_writing(active_s=session[ACTIVE], now_s=now_s):
        session[ACTIVE] = now_s
        note_active(request, at=timezone.now())


def _is_polling(request: HttpRequest) -> bool:
    return request.headers.get("X-Polling") == "1"


def _end_session(request: HttpRequest, user: User, end: ActivityEnd) -> HttpResponse:
    now = timezone.now()
    with recording(by=user, at=now) as record:
        record.event("session_ended", subject="user", subject_code=user.username, after={"because": end})
    kept = keep_form(request, user, at=now) if request.method == "POST" else ""
    logout(request)
    by_htmx = request.headers.get("HX-Request") == "true"
    asked = {"ended": end} | _back_to(request, kept, by_htmx)
    address = f"{resolve_url(settings.LOGIN_URL)}?{urlencode(asked)}"
    return HttpResponseClientRedirect(address) if by_htmx else HttpResponseRedirect(address)


def _back_to(request: HttpRequest, kept: str, by_htmx: bool) -> dict[str, str]:
    if kept:
        return {"next": kept}
    if by_htmx:
        return {"next": urlsplit(request.headers.get("HX-Current-URL", "")).path or "/"}
    return {"next": request.get_full_path()} if request.method in ("GET", "HEAD") else {}


def kept_forms(get_response: Handler) -> Handler:
    """Fills the form of a page with what its person sent when the session had ended; once."""

    def refilled(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if isinstance(request.user, User) and request.session.get(WAITING) and _is_page(request, response):
            _fill(request, request.user, response)
        return response

    return refilled


def _is_page(request: HttpRequest, response: HttpResponse) -> bool:
    whole = request.method == "GET" and not request.headers.get("HX-Request")
    return whole and response.status_code == 200 and response.headers.get("Content-Type", "").startswith("text/html")


def _fill(request: HttpRequest, user: User, response: HttpResponse) -> None:
    now = timezone.now()
    kept = take_form(user, request.path, at=now)
    if not has_kept(user, at=now):
        del request.session[WAITING]
    if kept:
        html, (action, fields) = response.content.decode(), kept
        response.content = refill(html, page=request.path, action=action, fields=fields, notice=_notice)


def _notice(left: Sequence[str]) -> str:
    return render_to_string("access/kept_form.html", {"left": left})
