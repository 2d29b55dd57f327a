"""What happens around every request: a reference number, and redirects that htmx understands."""

import secrets
import time
from collections.abc import Callable
from urllib.parse import urlsplit

import structlog
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import resolve_url
from django.utils.cache import patch_vary_headers

Answer = Callable[[HttpRequest], HttpResponseBase]
LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
log = structlog.get_logger("desens.pages")


def reference_number(get_response: Answer) -> Answer:
    """Give each request a number to read out on the telephone; every log line of the request bears it.

    It stands in `request.reference` and in the header X-Reference; the request is logged by route,
    never by address.
    """

    def numbered(request: HttpRequest) -> HttpResponseBase:
        request.reference = new_reference()  # type: ignore[attr-defined]  # ours
        began = time.perf_counter()
        with structlog.contextvars.bound_contextvars(reference=request.reference):  # type: ignore[attr-defined]  # ours
            response = get_response(request)
            response["X-Reference"] = request.reference  # type: ignore[attr-defined]  # ours
            log.info(
                "request",
                method=request.method,
                route=request.resolver_match.route if request.resolver_match else None,
                status=response.status_code,
                milliseconds=round((time.perf_counter() - began) * 1000),
            )
        return response

    return numbered


def new_reference() -> str:
    """Eight characters in two groups, none easily taken for another: `K7QX-3M9P`."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def htmx_redirects(get_response: Answer) -> Answer:
    """Answer htmx so that no other page lands inside a panel.

    A redirect becomes HX-Redirect; one to the log-in reloads the whole page, whose own address
    then comes back after the log-in.
    """

    def redirected(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        patch_vary_headers(response, ["HX-Request"])
        if request.headers.get("HX-Request") and 300 <= response.status_code < 400:
            address = response["Location"]
            del response["Location"]
            response.status_code = 204
            if urlsplit(address).path == resolve_url(settings.LOGIN_URL):
                response["HX-Refresh"] = "true"
            else:
                response["HX-Redirect"] = address
        return response

    return redirected
