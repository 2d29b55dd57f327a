"""The three declarations by themselves: they hold even where the middleware is missing."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory

from desens.access.decorators import public, requires, signed_in
from desens.access.roles import Permission


def page(request):
    """A page."""
    return HttpResponse("a page")


def call(view, user):
    request = RequestFactory().get("/")
    request.user = user
    return view(request)


def test_requires_lets_in_whom_a_role_grants_it(nurse):
    assert call(requires(Permission.PRINT_SHEET)(page), nurse).content == b"a page"


def test_requires_refuses_everybody_else(reviewer, outsider):
    for user in (reviewer, outsider, AnonymousUser()):
        with pytest.raises(PermissionDenied):
            call(requires(Permission.PRINT_SHEET)(page), user)


def test_each_says_what_it_asks_for():
    asks = [(view.permission, getattr(view, "login_required", True)) for view in (signed_in(page), public(page))]
    assert asks == [(None, True), (None, False)]
    assert requires(Permission.HOME)(page).permission is Permission.HOME
    assert requires(Permission.HOME)(page).__doc__ == "A page."


@pytest.mark.parametrize("declare", [requires(Permission.HOME), signed_in, public])
def test_no_browser_keeps_the_answer(declare, nurse):
    assert "no-store" in call(declare(page), nurse)["Cache-Control"]
