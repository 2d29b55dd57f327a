"""A route nobody declared fails the build."""

import pytest
from django.http import HttpResponse
from django.test import override_settings
from django.urls import include, path

from desens.access.checks import every_route_declared
from desens.access.decorators import public, requires, signed_in
from desens.access.roles import Permission
from desens.access.routes import site_routes

ANYONE_MAY_OPEN = {
    "account_login",
    "account_logout",
    "account_signup",
    "invitation",
    "mfa_authenticate",
    "live",
    "ready",
}


def page(request, **arguments):
    return HttpResponse("a page")


class Forgotten:
    urlpatterns = (path("inner/", include([path("<slug:code>/", page, name="forgotten")])),)


class Nameless:
    urlpatterns = (path("<int:number>/", public(page)),)


class Declared:
    urlpatterns = (
        path("a/", public(page), name="a"),
        path("b/", signed_in(page), name="b"),
        path("c/<slug:code>/", include(([path("<int:number>/", requires(Permission.HOME)(page), name="d")], "c"))),
    )


def test_every_route_of_the_site_is_declared():
    assert every_route_declared() == []


def test_only_the_door_is_open_to_anyone():
    unguarded = {route.name for route in site_routes() if not getattr(route.view, "login_required", True)}
    assert unguarded == ANYONE_MAY_OPEN


@pytest.mark.parametrize(
    ("urls", "errors"), [(Forgotten, ["access.E001"]), (Nameless, ["access.E002"]), (Declared, [])]
)
def test_the_check_finds_what_is_missing(urls, errors):
    with override_settings(ROOT_URLCONF=urls):
        assert [error.id for error in every_route_declared()] == errors


def test_the_error_names_the_route():
    with override_settings(ROOT_URLCONF=Forgotten):
        assert "inner/<slug:code>/" in every_route_declared()[0].msg


def test_routes_know_their_namespace_and_all_their_arguments():
    with override_settings(ROOT_URLCONF=Declared):
        assert [(route.name, route.arguments) for route in site_routes()] == [
            ("a", ()),
            ("b", ()),
            ("c:d", ("code", "number")),
        ]
