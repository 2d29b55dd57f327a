"""An open page follows changes: what polling gets when nothing, something else, or a list changed."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from desens.audit.looks import looked
from desens.audit.models import AuditEvent
from tests.cast import client_of
from tests.clinic import drafted, libraries, registered, weighed
from tests.protocols.lifecycle.steps import signed
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

HOME = reverse("home")
POLLING = {"HX-Request": "true", "X-Polling": "1"}


def seen_in(html: str) -> str:
    (seen,) = re.findall(r'id="lists-seen" value="([^"]+)"', html)
    return seen


@pytest.fixture
def version(allergist):
    libraries()
    patient = registered(allergist)
    weighed(patient, allergist)
    return drafted(patient, allergist)


@pytest.fixture
def poll(pharmacist, version):
    """Asks as a page that was opened before, which remembers what it drew."""
    client = client_of(pharmacist)
    drawn = [seen_in(client.get(HOME).content.decode())]

    def ask():
        response = client.get(HOME, {"seen": drawn[-1]}, headers=POLLING)
        if response.content:
            drawn.append(seen_in(response.content.decode()))
        return response

    return ask


def test_nothing_new_is_answered_with_nothing_for_four_queries(poll):
    assert [poll().status_code for _ in range(3)] == [204] * 3
    assert queries_of(poll) == 4  # session, person, roles, the last audit event


def test_asking_is_neither_a_look_nor_a_change(poll, allergist, version):
    before = AuditEvent.objects.count()
    poll()
    assert AuditEvent.objects.count() == before
    signed(version, allergist)
    poll()
    assert AuditEvent.objects.count() == before + 1


def test_what_changes_no_list_is_told_by_a_mark_alone(poll, allergist):
    looked(by=allergist, at=timezone.now(), subject="patient", subject_code="x", patient_code="x")
    response = poll()
    html = response.content.decode()
    assert response.headers["HX-Reswap"] == "none"
    assert "<section" not in html
    assert "lists-told" not in html
    assert poll().status_code == 204


def test_a_change_brings_the_lists_and_one_sentence(poll, allergist, version):
    signed(version, allergist)
    response = poll()
    html = response.content.decode()
    assert "HX-Reswap" not in response.headers
    assert "atezolizumab" in html
    assert re.search(r'id="lists-told" hx-swap-oob="innerHTML">The lists changed at \d\d:\d\d:\d\d\.', html)
    assert "<html" not in html
    assert poll().status_code == 204


@pytest.mark.parametrize("seen", ["", ".", "x" * 5000, "0.\0", "\N{GRINNING FACE}"])
def test_whatever_a_page_says_it_saw_is_answered(pharmacist, seen):
    response = client_of(pharmacist).get(HOME, {"seen": seen}, headers=POLLING)
    assert response.status_code == 200
    assert "<section" in response.content.decode()


def test_a_list_alone_follows_as_well(pharmacist, allergist, version):
    client, address = client_of(pharmacist), reverse("worklist", args=["to-verify"])
    seen = seen_in(client.get(address).content.decode())
    assert client.get(address, {"seen": seen}, headers=POLLING).status_code == 204
    signed(version, allergist)
    assert "atezolizumab" in client.get(address, {"seen": seen}, headers=POLLING).content.decode()


def test_without_scripts_a_link_reads_the_lists_again(pharmacist):
    html = client_of(pharmacist).get(HOME).content.decode()
    assert re.search(rf'<noscript>.*<a [^>]*href="{HOME}"', html)
