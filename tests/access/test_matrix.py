"""Every route x everybody x every method, from the resolver: the default is no (safety.md H14)."""

from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from desens.access.models import User
from desens.access.roles import GRANTS, Permission, Role
from desens.access.routes import Route, site_routes
from tests.access.samples import sample_arguments, sample_patient
from tests.cast import client_of, person

#: Grants lie in the code, and every route is opened on PostgreSQL by the forms' tests.
pytestmark = pytest.mark.only_on("sqlite")
READING = ("GET", "HEAD")
NEVER_USED = ("PUT", "PATCH", "DELETE", "OPTIONS")
METHODS = (*READING, "POST", *NEVER_USED)
ALL = site_routes()
ROUTES = pytest.mark.parametrize("route", ALL, ids=lambda route: route.name)
WITH_ARGUMENTS = pytest.mark.parametrize("route", [r for r in ALL if r.arguments], ids=lambda route: route.name)
BELOW_A_PATIENT = pytest.mark.parametrize(
    "route", [r for r in ALL if "code" in r.arguments and len(r.arguments) > 1], ids=lambda route: route.name
)


def may_call(user: User | None, route: Route) -> bool:
    """What the table of grants says, read here a second time without the application's own code."""
    if user is None:
        return not getattr(route.view, "login_required", True)
    wanted: Permission | None = route.view.permission
    return wanted is None or any(wanted in GRANTS[Role(row.role)] for row in user.granted.all())


def arguments_of(route: Route) -> dict[str, object]:
    samples = sample_arguments() if route.arguments else {}
    missing = set(route.arguments) - set(samples)
    assert not missing, f"tests/access/samples.py has no value for {sorted(missing)} of {route.name}"
    return {name: samples[name] for name in route.arguments}


def address_of(route: Route) -> str:
    return reverse(route.name, kwargs=arguments_of(route))


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
    for user in [user for user in everybody if not may_call(user, route)]:
        for method in METHODS:
            response = answer(client_of(user), method, address)
            if user is None:
                assert is_log_in(response), f"{method} by nobody: {response.status_code}"
            else:
                refused = {403, 405} if method in NEVER_USED else {403}
                assert response.status_code in refused, f"{method} by {user}: {response.status_code}"


@ROUTES
def test_who_may_call_is_answered_and_only_by_known_methods(route, everybody):
    address = address_of(route)
    for user in [user for user in everybody if may_call(user, route)]:
        status = {method: answer(client_of(user), method, address).status_code for method in METHODS}
        assert {status[method] for method in NEVER_USED} == {405}, f"{user}: {status}"
        assert status["HEAD"] in {status["GET"], 405}, f"{user}: {status}"
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


def nobody_finds(route: Route, arguments: dict[str, object], people: list[User | None]) -> None:
    address = reverse(route.name, kwargs=arguments)
    for user in people:
        if may_call(user, route):
            statuses = {answer(client_of(user), method, address).status_code for method in ("GET", "POST")}
            assert statuses <= {404, 405}, f"{address} by {user}: {statuses}"
            assert 404 in statuses


@WITH_ARGUMENTS
def test_what_does_not_exist_is_not_found(route, everybody):
    right = arguments_of(route)
    for name, value in right.items():
        nobody_finds(route, right | {name: unheard_of(value)}, everybody)


def unheard_of(value: object) -> object:
    """Something of the argument's kind that names nothing."""
    return 999_999_999 if isinstance(value, int) else uuid4() if isinstance(value, UUID) else "nobody-has-this"


@BELOW_A_PATIENT
def test_what_belongs_to_one_patient_is_not_found_under_another(route, everybody):
    nobody_finds(route, arguments_of(route) | {"code": sample_patient("S-2").code}, everybody)
