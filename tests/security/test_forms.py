"""Every form of every page: no input is an error of the server, nothing typed comes back as code (safety.md 4)."""

import os
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desens.access.roles import Role
from desens.access.routes import site_routes
from tests.access.test_matrix import address_of, may_call
from tests.cast import client_of, person
from tests.security.site_forms import forms_on

PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "dev")
FUZZED = {"dev": 10, "ci": 200, "nightly": 5_000}[PROFILE]
HANG_SECONDS = 2
ROUTES = pytest.mark.parametrize("route", site_routes(), ids=lambda route: route.name)
TYPED = st.text(st.characters(codec="utf-8"), max_size=250) | st.sampled_from(
    [
        "",
        "0",
        "1e9",
        "-1",
        "1,5",
        "1.500",
        "2026-02-30",
        "0000-00-00",
        "9" * 400,
        "\0",
        "\u202e0.5",
        "🧪" * 200,
        "a" * 3000,
    ]
)
PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</title><b id=canary>",
    "</textarea><b id=canary>",
    "<!--canary",
)


def clients(route):
    """A client for each who may call the route, by role."""
    people = [person(f"f.{role}", role) for role in Role]
    return [client_of(user) for user in people if may_call(user, route)]


def forms_of(route):
    """(client, form) of the first person who is shown a form there."""
    shown_to = clients(route)
    address = address_of(route)
    for client in shown_to:
        forms = forms_on(client, address)
        if forms:
            return [(client, form) for form in forms]
    return []


def send(client, form, values):
    call = client.post if form.method == "post" else client.get
    return call(form.address, values)


@ROUTES
def test_no_input_is_an_error_of_the_server_or_hangs(transactional_db, route):
    for client, form in forms_of(route):
        fuzz(client, form)


def fuzz(client, form):
    if not form.values:
        return

    @settings(max_examples=FUZZED, suppress_health_check=list(HealthCheck))
    @given(changes=st.dictionaries(st.sampled_from(sorted(form.values)), TYPED, min_size=1))
    def run(changes):
        began = time.process_time()
        assert send(client, form, form.values | changes).status_code < 500
        assert time.process_time() - began < HANG_SECONDS

    run()


@pytest.mark.only_on("sqlite")  # templates escape, whatever the database
@ROUTES
def test_what_is_typed_never_comes_back_as_code(transactional_db, route):
    for client, form in forms_of(route):
        for changes in attempts(form):
            check_escaped(client, form, form.values | changes)


def attempts(form):
    """What is typed, so that every field gets every payload.

    A field of words gets as many in one value as it takes. One of figures refuses each of them: it gets one alone, and
    each in turn while all the other figures of the page are wrong as well.
    """
    for place, name in enumerate(form.texts):
        values = [PAYLOADS[place % len(PAYLOADS)]] if name in form.figures else packed(form.most.get(name, 200))
        yield from ({name: typed} for typed in values)
    for turn in range(len(PAYLOADS)) if form.figures else ():
        yield {name: PAYLOADS[(place + turn) % len(PAYLOADS)] for place, name in enumerate(form.figures)}


def packed(most):
    """All payloads, as few values as fit into so many characters."""
    values = [PAYLOADS[0]]
    for payload in PAYLOADS[1:]:
        longer = f"{values[-1]} {payload}"
        values[-1:] = [longer] if len(longer) <= most else [values[-1], payload]
    return values


def check_escaped(client, form, values):
    response = send(client, form, values)
    assert response.status_code < 500
    if response.status_code == 302 and response.url.startswith("/"):
        response = client.get(response.url)
    if response.headers["Content-Type"].startswith("text/html"):
        page = response.content.decode()
        for payload in PAYLOADS:
            assert payload not in page
            assert payload.upper() not in page
