"""Numbers, units, dates and times on every page of every route, for everybody who may open it (safety.md 2, H2)."""

import pytest
from django.test import Client

from desens.access.roles import Role
from desens.access.routes import site_routes
from tests.access.test_matrix import address_of, may_call
from tests.cast import client_of, person
from tests.number_linter import lint, visible_text


def findings(client: Client, address: str) -> list[str]:
    """What the linter says about one page, or an empty list for what is no page."""
    response = client.get(address)
    if not response["Content-Type"].startswith("text/html"):
        return []
    return [f"{address}: {finding}" for finding in lint(visible_text(response.content.decode()))]


@pytest.mark.parametrize("route", site_routes(), ids=lambda route: route.name)
def test_every_page_writes_numbers_as_it_must(db, route) -> None:
    everybody = [None, *(person(f"a.{role}", role) for role in Role)]
    address = address_of(route)
    readers = [client_of(user) for user in everybody if may_call(user, route)]
    faults = [finding for client in readers for finding in findings(client, address)]
    assert readers
    assert faults == [], "\n".join(faults)
