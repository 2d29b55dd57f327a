"""What django-axes asks of us: whose attempt it is, from where, and what a locked-out person reads."""

from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import get_adapter
from axes.helpers import get_cool_off
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def typed_user_name(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str:
    """The user name of an attempt as it is stored: small letters, so that case buys no further attempts."""
    given = credentials or {}
    typed = given.get("username") or given.get("login") or request.POST.get("login", "")
    return str(typed).strip().lower()[:60]


def client_address(request: HttpRequest) -> str | None:
    """The address behind the trusted proxies (ALLAUTH_TRUSTED_PROXY_COUNT); None where there is no connection."""
    try:
        return str(get_adapter(request).get_client_ip(request))
    except PermissionDenied:
        return None


def locked_out(
    request: HttpRequest, _response: HttpResponse | None = None, credentials: Mapping[str, Any] | None = None
) -> HttpResponse:
    """The page after too many wrong passwords for one user name from one address."""
    cool_off = get_cool_off(request)
    minutes = round(cool_off.total_seconds() / 60) if cool_off else 0
    context = {"user_name": typed_user_name(request, credentials), "minutes": minutes}
    return render(request, "account/locked_out.html", context, status=429)
