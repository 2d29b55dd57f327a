"""Marking a version as void: in any state, with a reason, once."""

import re

import pytest

from protocols.models import Voiding
from tests.clinic import drafted, libraries, registered
from tests.protocols.lifecycle.steps import released, signed, verified, voided
from tests.protocols.releasing.ready import address, page_of, text_of
from tests.queries import queries_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def version(allergist):
    libraries()
    return drafted(registered(allergist), allergist)


def typed(page, **changes):
    key = re.search(r'name="entry_key" value="([^"]+)"', page).group(1)
    return {"entry_key": key, "reason": "another patient's"} | changes


def test_a_version_in_any_state_is_void_with_its_reason(version, allergist, pharmacist, as_user):
    client = as_user(allergist)
    assert queries_of(lambda: page_of(client, version, "version_void")) == 17
    for step in (lambda: signed(version, allergist), lambda: verified(version, pharmacist)):
        step()
        assert "Mark as void" in page_of(client, version, "version_void")
    released(version, allergist)
    page = page_of(client, version, "version_void")
    answer = client.post(address(version, "version_void"), typed(page))
    assert answer.url == address(version, "version")
    assert Voiding.objects.get().reason == "another patient's"
    assert "another patient&#x27;s" in client.get(answer.url).content.decode()
    again = client.post(address(version, "version_void"), typed(page))
    assert again.status_code == 302
    assert Voiding.objects.count() == 1


def test_without_a_reason_nothing_is_void(version, allergist, as_user):
    client = as_user(allergist)
    page = page_of(client, version, "version_void")
    for reason in ("", "  ", "\u202e", "x" * 201, "\x00"):
        answer = client.post(address(version, "version_void"), typed(page, reason=reason))
        assert set(answer.context["form"].errors) == {"reason"}
    assert not Voiding.objects.exists()


def test_void_twice_is_told(version, allergist, as_user):
    client = as_user(allergist)
    page = page_of(client, version, "version_void")
    voided(version, allergist)
    answer = client.post(address(version, "version_void"), typed(page))
    assert answer.status_code == 409
    assert "did this already" in text_of(answer.content.decode())
    assert "another patient" in answer.content.decode()
    back = client.get(address(version, "version_void"))
    assert back.url == address(version, "version")
