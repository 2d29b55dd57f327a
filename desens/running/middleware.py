"""The health addresses, answered before sessions, hosts and the log are looked at."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from desens.running.health import live, ready

HEALTH = {"/live": live, "/ready": ready}


def health_first(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Answer `/live` and `/ready` here: a monitor names no host, has no session, and asks every few seconds."""

    def answered(request: HttpRequest) -> HttpResponseBase:
        return HEALTH.get(request.path_info, get_response)(request)

    return answered
