"""What every answer tells the browser, on every route, for everybody, whatever the answer."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from desens.access.roles import Role
from desens.access.routes import site_routes
from tests.access.test_matrix import address_of, may_call
from tests.cast import PASSWORD, client_of, person

pytestmark = pytest.mark.only_on("sqlite")  # middleware writes them, whatever the database
HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
NONE, OURS = "'none'", "'self'"
POLICY = {
    "default-src": NONE,
    "base-uri": NONE,
    "frame-ancestors": NONE,
    "script-src": OURS,
    "style-src": OURS,
    "form-action": OURS,
    "connect-src": OURS,
    "font-src": OURS,
    "img-src": "'self' data:",
}
BARE = {"live", "ready"}  # for machines, before sessions and policies


def faults(response) -> list[str]:
    """What an answer fails to tell."""
    wrong = [name for name, value in HEADERS.items() if response.headers.get(name) != value]
    said = response.headers.get("Content-Security-Policy", "")
    policy = dict(part.split(" ", 1) for part in said.split("; ") if " " in part)
    wrong += [name for name, value in POLICY.items() if policy.get(name) != value]
    return wrong if response.headers.get("X-Reference") else [*wrong, "X-Reference"]


@pytest.mark.django_db
@pytest.mark.parametrize("route", [r for r in site_routes() if r.name not in BARE], ids=lambda route: route.name)
def test_every_answer_of_every_route_tells_the_browser_what_it_may(route):
    everybody = [None, person("nobody.in.particular"), *(person(f"a.{role}", role) for role in Role)]
    address = address_of(route)
    for user in everybody:
        for method in ("GET", "POST", "DELETE"):
            response = client_of(user).generic(method, address)
            assert faults(response) == [], f"{method} by {user}: {response.status_code}"
            if may_call(user, route) and response.status_code == 200:
                assert "no-store" in response["Cache-Control"], f"{method} by {user}"


@pytest.mark.parametrize("address", ["/no-such-page/", "/patients/nobody-has-this/"])
def test_so_does_a_page_that_is_not_there(nurse, address):
    assert faults(client_of(nurse).get(address)) == []


def test_so_does_a_form_without_its_secret(nurse):
    client = client_of(nurse)
    client.handler.enforce_csrf_checks = True
    response = client.post(reverse("profile"), {"full_name": "X"})
    assert response.status_code == 403
    assert faults(response) == []


def test_a_log_in_without_the_form_s_secret_is_refused(nurse):
    strict = Client(enforce_csrf_checks=True)
    typed = {"login": nurse.username, "password": PASSWORD}
    assert strict.post(reverse("account_login"), typed).status_code == 403
    strict.get(reverse("account_login"))
    typed["csrfmiddlewaretoken"] = strict.cookies["csrftoken"].value
    assert strict.post(reverse("account_login"), typed).status_code == 302


def test_no_door_goes_round_ours():
    assert "django.contrib.admin" not in settings.INSTALLED_APPS
    assert settings.AUTHENTICATION_BACKENDS[0] == "axes.backends.AxesStandaloneBackend"
    assert "django.contrib.auth.middleware.LoginRequiredMiddleware" in settings.MIDDLEWARE
