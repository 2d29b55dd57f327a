"""The library lists and finds the unit's own beside the published."""

import pytest

from tests.protocols.unit_templates.saying_pages import listed
from tests.protocols.unit_templates.written import unit_row, with_everything

pytestmark = pytest.mark.django_db


def test_the_list_shows_and_finds_the_units_own_by_origin_and_state(allergist, pharmacist, nurse, as_user):
    due, unread = with_everything(allergist, pharmacist), unit_row(allergist)
    client = as_user(nurse)
    assert "the unit's own" in listed(client)
    assert "not read by a second person yet" in listed(client)
    for query, found, away in (
        ({"origin": "unit"}, [due, unread], "Generic, 12 steps"),
        ({"origin": "library"}, [], due.title),
        ({"state": "unread"}, [unread], due.title),
        ({"state": "review-due"}, [due], unread.title),
    ):
        text = listed(client, **query)
        assert all(row.title in text for row in found)
        assert away not in text
    assert "No such protocol" in listed(client, state="retired")
