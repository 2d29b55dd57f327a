"""A page sent again after something on it was changed is never told that the change was kept."""

from uuid import uuid4

import pytest
from django.urls import reverse

from patients.models import Patient
from protocols.models import Version
from tests.clinic import libraries, registered, typed
from tests.protocols.ordering.test_in_the_editor import BRIGHAM, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def patient(allergist) -> Patient:
    libraries()
    return registered(allergist)


@pytest.mark.parametrize(
    "changes",
    [
        {"row1__dose": "5"},
        {"row2__drug": ""} | {f"row2__{name}": "" for name in ("dose", "unit", "route", "minutes_before")},
        {"premedication_set": BRIGHAM},
        {"monitoring_minutes": "5"},
        {"observation_h": "4"},
        {"glucagon": "on"},
    ],
)
def test_orders_changed_after_the_page_was_sent_are_not_told_as_saved(patient, allergist, as_user, changes):
    client, address, key = as_user(allergist), reverse("protocol_new", args=[patient.code]), str(uuid4())
    first = client.post(address, typed(entry_key=key) | shown() | {"action": "save"})
    same = client.post(address, typed(entry_key=key) | shown() | {"action": "save"})
    assert (first.status_code, same.status_code, same["Location"]) == (302, 302, first["Location"])
    changed = client.post(address, typed(entry_key=key) | shown(**changes) | {"action": "save"})
    assert changed.status_code == 409
    assert Version.objects.count() == 1
