"""What was sent when the session had ended is kept for the same person, encrypted, and shown once in its form again.

Nothing is executed by itself: the form stands filled, with the entry key it had, and the person sends it.
"""

import json
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.middleware.csrf import CsrfViewMiddleware

from desens.access.models import KeptForm, User
from desens.access.refill import Fields
from desens.access.secret import UnreadableError, opened, sealed

LASTS = timedelta(minutes=30)
NEVER_KEPT = frozenset(
    {"csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword", "code", "credential"}
)
PURPOSE = "kept form"
LONGEST = 500


def keep_form(request: HttpRequest, user: User, *, at: datetime) -> str:
    """Keeps the fields of a POST from a page of ours; gives the address of that page, or nothing."""
    fields = {name: values for name, values in request.POST.lists() if name not in NEVER_KEPT}
    page = _page(request)
    if not fields or not _from_our_page(request) or len(page) > LONGEST or len(request.path) > LONGEST:
        return ""
    KeptForm.objects.filter(kept_at__lte=at - LASTS).delete()
    text = sealed(json.dumps(fields), purpose=PURPOSE)
    values = {"page": urlsplit(page).path, "fields": text, "kept_at": at}
    KeptForm.objects.update_or_create(user=user, action=request.path, defaults=values)
    return page


def has_kept(user: User, *, at: datetime) -> bool:
    """Whether anything waits for the person."""
    return user.kept_forms.filter(kept_at__gt=at - LASTS).exists()


def take_form(user: User, page: str, *, at: datetime) -> tuple[str, Fields] | None:
    """Where the kept form of that page posts and what was typed; gone from the store."""
    kept = user.kept_forms.filter(page=page, kept_at__gt=at - LASTS).order_by("-kept_at").first()
    if kept is None:
        return None
    kept.delete()
    try:
        fields: Fields = json.loads(opened(kept.fields, purpose=PURPOSE))
    except UnreadableError:
        return None
    return kept.action, fields


def _page(request: HttpRequest) -> str:
    """The page the form stood on: htmx and browsers say it; else where the form posts."""
    said = urlsplit(request.headers.get("HX-Current-URL") or request.headers.get("Referer") or "")
    if said.netloc != request.get_host():
        return request.path
    return f"{said.path}?{said.query}" if said.query else said.path


def _from_our_page(request: HttpRequest) -> bool:
    """The form bears the secret of its page, so nobody else's site typed it."""

    def nothing(_request: HttpRequest) -> None:
        """A view without exemption."""

    return CsrfViewMiddleware(nothing).process_view(request, nothing, (), {}) is None  # type: ignore[arg-type]  # never called
