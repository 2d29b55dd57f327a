"""Hidden fields that no page wrote: refused or read as nothing, never an error of the server."""

import json

import pytest
from django.urls import reverse

from patients.models import Patient
from protocols.models import Version
from tests.clinic import libraries, registered, typed
from tests.protocols.editor_page import HTMX

pytestmark = pytest.mark.django_db
NESTED = "[" * 4_900
WEIGHT = {"name": "weight", "value": "80", "unit": "kg", "on": "2026-11-02"}
ORDER = {
    "kind": "per_kg",
    "basis": {"amount": "15", "unit": "mg"},
    "dose": "1200",
    "unrounded": "1200",
    "unit": "mg",
    "step": "1",
    "inputs": [WEIGHT],
    "sex": "female",
    "on": "2026-11-20",
}


@pytest.fixture
def patient(allergist) -> Patient:
    libraries()
    return registered(allergist)


def test_a_computed_dose_that_no_page_wrote_is_refused(patient, allergist, as_user):
    client, address = as_user(allergist), reverse("protocol_new", args=[patient.code])
    changed = [
        {"step": "0"},
        {"dose": "1/0"},
        {"dose": "900"},
        {"kind": []},
        {"inputs": None},
        {"inputs": [WEIGHT | {"name": "self"}]},
        {"inputs": [WEIGHT | {"unit": "g"}]},
        {"inputs": [WEIGHT | {"value": "-80"}]},
        {"sex": {"a": 1}},
        {"unit": "U"},
    ]
    for text in (NESTED, "null", '"x"', *(json.dumps(ORDER | change) for change in changed)):
        answer = client.post(address, typed(dose_order=text) | {"action": "save"})
        assert answer.status_code == 200, text
        assert "The computed dose cannot be read." in answer.content.decode()
    assert not Version.objects.exists()
    assert client.post(address, typed(dose_order=json.dumps(ORDER)) | {"action": "save"}).status_code == 302


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_what_the_page_showed_last_may_be_anything(patient, allergist, as_user, headers):
    rows = {"bag-1-volume": "250", "step-1-bag": "1"}
    client, address = as_user(allergist), reverse("protocol_new", args=[patient.code])
    for text in (NESTED, "null", "[]", '"x"', "{", '{"a": []}'):
        assert client.post(address, typed(**{"plan-seen": text}) | rows, headers=headers).status_code == 200
