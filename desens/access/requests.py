"""The request as a view behind `requires` or `signed_in` sees it: somebody is logged in."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from desens.access.models import User


class PersonRequest(HttpRequest):
    """For types only: `user` is a person, never anonymous; `htmx` tells whether a part of the page is asked for."""

    user: User
    htmx: HtmxDetails
