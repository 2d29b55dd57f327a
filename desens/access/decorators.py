"""The three ways a view declares who may call it. A route without one fails the build (checks.py).

What they answer is kept by no browser and no proxy: the next person at the ward's computer presses "back" in vain.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import add_never_cache_headers

from desens.access.roles import Permission

View = Callable[..., HttpResponseBase]


def _declared(view: View, permission: Permission | None) -> View:
    @wraps(view)
    def declared(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if permission is not None and not (request.user.is_authenticated and request.user.has(permission)):
            raise PermissionDenied
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    declared.permission = permission  # type: ignore[attr-defined]  # the mark that checks.py reads
    return declared


def requires(permission: Permission) -> Callable[[View], View]:
    """Only people one of whose roles grants the permission; anyone else logged in gets 403."""
    return lambda view: _declared(view, permission)


def signed_in(view: View) -> View:
    """Any person who is logged in, whatever the roles."""
    return _declared(view, None)


def public(view: View) -> View:
    """Anyone, logged in or not."""
    return login_not_required(_declared(view, None))
