"""Error pages in our look. They read no session and no database, so they stand when those are down."""

import structlog
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from desens.pages.version import VERSION
from desens.records.once import OtherContentError

log = structlog.get_logger("desens.pages")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: what came is no request of ours; 409: a form that was changed after it was sent, and sent again."""
    return _page(request, 409 if isinstance(exception, OtherContentError) else 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: logged in, but none of the person's roles grants it."""
    return _page(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such page, or a record this person may not know of."""
    return _page(request, 404)


def too_many_requests(request: HttpRequest, *_details: object) -> HttpResponse:
    """429: too many tries; also the answer while log-in is locked (AXES_LOCKOUT_CALLABLE)."""
    return _page(request, 429)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form without the secret of its page, most often one left open over a log-out."""
    return _page(request, 403, template="errors/csrf.html")


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault; the page shows the reference number that every log line of the request bears."""
    try:
        return _page(request, 500)
    except Exception:
        log.exception("the error page cannot be rendered")
        told = _("Something went wrong on the server. Reference number: %(reference)s")
        return HttpResponse(told % {"reference": _reference(request)}, status=500, content_type="text/plain")


def _page(request: HttpRequest, status: int, template: str = "") -> HttpResponse:
    context = {"reference": _reference(request), "version": VERSION}
    return HttpResponse(render_to_string(template or f"errors/{status}.html", context), status=status)


def _reference(request: HttpRequest) -> str:
    return getattr(request, "reference", "")
