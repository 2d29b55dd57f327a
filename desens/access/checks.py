"""The system check that refuses a route nobody declared (safety.md H14)."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error

from desens.access.routes import site_routes


def every_route_declared(**_options: Any) -> Sequence[CheckMessage]:
    """An error for each route whose view names no permission, or that has no name to be walked by."""
    errors = []
    for route in site_routes():
        if not route.declared:
            hint = "Decorate the view with requires(Permission.X), signed_in or public."
            errors.append(Error(f"The route {route.pattern!r} declares no permission.", hint=hint, id="access.E001"))
        if not route.name:
            hint = "Name it: the permission matrix reaches routes by name."
            errors.append(Error(f"The route {route.pattern!r} has no name.", hint=hint, id="access.E002"))
    return errors
