"""Two pharmacists send the second page of the check at the same moment: one verifies, the other is told."""

from uuid import uuid4

import pytest
from django.utils import timezone

from desens.access.roles import Role
from patients.names import new_code
from protocols.models import Meaning, Protocol, Signature, Version, VersionState
from protocols.version_state import standing_of
from tests.cast import PASSWORD, client_of, person
from tests.clinic import drafted, libraries, registered
from tests.protocols.checking.scene import password
from tests.protocols.lifecycle.steps import compared, signed
from tests.records.races import RACES as RACES_IN_ALL
from tests.records.races import run_races

RACES = RACES_IN_ALL // 8  # each is two whole requests, and needs a version of its own
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def agreed(allergist, pharmacist):
    """A signed version for each race, which both pharmacists checked blind and found right."""
    libraries()
    first = drafted(registered(allergist), allergist)
    people = (pharmacist, person("pharmacist.two", Role.PHARMACIST))
    rows = []
    for _race in range(RACES):
        about = {"patient": first.protocol.patient, "drug": first.protocol.drug, "created_by": allergist}
        protocol = Protocol.objects.create(code=new_code(), created_at=timezone.now(), entry_key=uuid4(), **about)
        names = ("template", "document", "digest", "engine_version", "number", "saved_by", "saved_at")
        held = {name: getattr(first, name) for name in names}
        row = Version.objects.create(protocol=protocol, entry_key=uuid4(), **held)
        signed(row, allergist)
        for each in people:
            compared(row, each)
        rows.append(row)
    return people, rows


def test_one_of_two_pharmacists_verifies_through_the_page(agreed):
    people, rows = agreed
    clients = [client_of(each) for each in people]

    def job(race, writer):
        response = password(clients[writer], rows[race], PASSWORD)
        return response.status_code, response.content.decode() if response.status_code == 409 else ""

    for row, answers in zip(rows, run_races(job, races=RACES), strict=True):
        assert sorted(status for status, _text in answers) == [302, 409], answers
        assert any("did this already" in text for _status, text in answers), answers
        assert standing_of(row).state == VersionState.VERIFIED
    assert Signature.objects.filter(meaning=Meaning.VERIFIED).count() == RACES


def test_the_same_page_sent_twice_verifies_once(agreed):
    people, rows = agreed
    clients = [client_of(people[0]) for _writer in range(2)]
    keys = [str(uuid4()) for _ in rows]
    outcomes = run_races(
        lambda race, writer: password(clients[writer], rows[race], PASSWORD, entry_key=keys[race]).status_code,
        races=RACES,
    )
    assert all(pair == [302, 302] for pair in outcomes), outcomes
    assert Signature.objects.filter(meaning=Meaning.VERIFIED).count() == RACES
