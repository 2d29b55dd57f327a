"""Every route x everybody x every method, from the resolver: the default is no (safety.md H14)."""

import pytest
from django.test import Client
from django.urls import reverse

from desens.access.models import User
from desens.access.roles import GRANTS, Permission, Role
from desens.access.routes import Route, site_routes
from tests.access.samples import sample_arguments
from tests.cast import client_of, person

READING = ("GET", "HEAD")
NEVER_USED = ("PUT", "PATCH", "DELETE", "OPTIONS")
METHODS = (*READING, "POST", *NEVER_USED)
ROUTES = pytest.mark.parametrize("route", site_routes(), ids=lambda route: route.name)


def may_call(user: User | None, route: Route) -> bool:
    """What the table of grants says, read here a second time without the application's own code."""
    if user is None:
        return not getattr(route.view, "login_required", True)
    wanted: Permission | None = route.view.permission
    return wanted is None or any(wanted in GRANTS[Role(row.role)] for row in user.granted.all())


def address_of(route: Route) -> str:
    samples = sample_arguments() if route.arguments else {}
    unknown = set(route.arguments) - set(samples)
    assert not unknown, f"tests/access/samples.py has no value for {sorted(unknown)} of {route.name}"
    return reverse(route.name, kwargs={name: samples[name] for name in route.arguments})


def is_log_in(response) -> bool:
    return response.status_code == 302 and response["Location"].startswith(reverse("account_login"))


@pytest.fixture
def everybody(db) -> list[User | None]:
    """Nobody, somebody without a role, and one person for each role."""
    return [None, person("nobody.in.particular"), *(person(f"a.{role}", role) for role in Role)]


def answer(client: Client, method: str, address: str):
    return client.generic(method, address)


@ROUTES
def test_who_may_not_call_gets_nothing(route, everybody):
    address = address_of(route)
    for user in everybody:
        for method in METHODS:
            response = answer(client_of(user), method, address)
            if user is None and not may_call(None, route):
                assert is_log_in(response), f"{method} by nobody: {response.status_code}"
            elif not may_call(user, route):
                refused = {403, 405} if method in NEVER_USED else {403}
                assert response.status_code in refused, f"{method} by {user}: {response.status_code}"


@ROUTES
def test_who_may_call_is_answered_and_only_by_known_methods(route, everybody):
    address = address_of(route)
    for user in everybody:
        if not may_call(user, route):
            continue
        status = {method: answer(client_of(user), method, address).status_code for method in METHODS}
        assert {status[method] for method in NEVER_USED} == {405}, f"{user}: {status}"
        assert status["HEAD"] == status["GET"], f"{user}: {status}"
        assert {status["GET"], status["POST"]} != {405}, f"{user}: {status}"
        assert not {403, 404} & {status["GET"], status["POST"]}, f"{user}: {status}"
        assert max(status.values()) < 500, f"{user}: {status}"


@ROUTES
def test_a_form_without_its_secret_is_refused(route, everybody):
    address = address_of(route)
    for user in everybody:
        if may_call(user, route) and answer(client_of(user), "POST", address).status_code != 405:
            client = client_of(user)
            client.handler.enforce_csrf_checks = True
            assert answer(client, "POST", address).status_code == 403
