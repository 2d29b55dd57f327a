"""What htmx sends for an edit, without the middleware between."""

from collections.abc import Mapping

from django.test import RequestFactory
from django_htmx.middleware import HtmxDetails

from desens.access.models import User
from desens.access.requests import PersonRequest


def asked(address: str, fields: Mapping[str, str], by: User) -> PersonRequest:
    """A request as an editor gets it."""
    request = RequestFactory().post(address, fields, headers={"HX-Request": "true"})
    request.user, request.htmx = by, HtmxDetails(request)  # type: ignore[attr-defined]  # as the middleware
    return request  # type: ignore[return-value]  # it has what the view reads of one
