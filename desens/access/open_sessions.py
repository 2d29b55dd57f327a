"""The sessions a person is logged in with: noted at log-in, seen and ended by that person, ended by locking."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone

from desens.access.door import client_address
from desens.access.kept_forms import has_kept
from desens.access.models import OpenSession, User
from desens.audit.recording import recording

WAITING = "kept_forms"


def sessions_of(user: User, *, at: datetime) -> list[OpenSession]:
    """Those not over by a limit, the latest used first."""
    idle, absolute = timedelta(minutes=settings.SESSION_IDLE_MINUTES), timedelta(hours=settings.SESSION_ABSOLUTE_HOURS)
    return list(user.open_sessions.filter(active_at__gt=at - idle, began_at__gt=at - absolute).order_by("-active_at"))


def note_log_in(request: HttpRequest, user: User, **_signal: Any) -> None:
    """The receiver of `user_logged_in`: notes the new session and forgets those long over."""
    now = timezone.now()
    user.open_sessions.filter(began_at__lte=now - timedelta(hours=settings.SESSION_ABSOLUTE_HOURS)).delete()
    OpenSession.objects.update_or_create(
        session_key=request.session.session_key,
        defaults={
            "user": user,
            "address": client_address(request),
            "device": request.headers.get("User-Agent", "").replace("\0", "")[:200],
            "began_at": now,
            "active_at": now,
        },
    )
    if has_kept(user, at=now):
        request.session[WAITING] = True


def note_log_out(request: HttpRequest, **_signal: Any) -> None:
    """The receiver of `user_logged_out`."""
    OpenSession.objects.filter(session_key=request.session.session_key).delete()


def note_active(request: HttpRequest, *, at: datetime) -> None:
    """That the session is in use; called as often as the session itself is written."""
    OpenSession.objects.filter(session_key=request.session.session_key).update(active_at=at)


def keep_only(request: HttpRequest, *, old_key: str) -> None:
    """After a change of password: this session goes on under its new key, the person's others are over."""
    this = OpenSession.objects.filter(session_key=old_key)
    end_sessions(list(OpenSession.objects.filter(user__in=this.values("user")).exclude(session_key=old_key)))
    this.update(session_key=request.session.session_key)


def end_sessions(sessions: Sequence[OpenSession]) -> None:
    """Ends them now: their next request is a stranger's. Called inside a recording."""
    Session.objects.filter(session_key__in=[session.session_key for session in sessions]).delete()
    OpenSession.objects.filter(pk__in=[session.pk for session in sessions]).delete()


def end_own_sessions(sessions: Sequence[OpenSession], *, by: User, at: datetime) -> None:
    """A person ends sessions of their own."""
    with recording(by=by, at=at) as record:
        end_sessions(sessions)
        for session in sessions:
            after = {"because": "ended by the person", "address": session.address, "device": session.device}
            record.event("session_ended", subject="user", subject_code=by.username, after=after)
