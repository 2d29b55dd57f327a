"""Two people at the same moment: nothing doubled, nothing lost, every loser told (15,000 races in `make nightly`)."""

from uuid import uuid4

import pytest
from django.db.models import Count
from django.utils import timezone

from patients.names import new_code
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.models import Meaning, Protocol, Release, Signature, Version, VersionState, Voiding
from protocols.services import StaleVersionError
from protocols.version_state import standing_of
from tests.clinic import drafted, libraries, registered
from tests.protocols.lifecycle.steps import compared, released, signed, verified, voided
from tests.protocols.lifecycle.test_arrows import next_version
from tests.records.races import RACES as RACES_IN_ALL
from tests.records.races import run_races

RACES = RACES_IN_ALL // 4  # each needs a version of its own, and there are six kinds
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def drafts(allergist):
    """One fresh draft for each race: the same document in a protocol of its own."""
    libraries()
    return copies_of(drafted(registered(allergist), allergist), by=allergist)


def copies_of(first, *, by, races=RACES):
    """The same document in as many protocols of its own as there are races."""
    now = timezone.now()
    common = {"patient": first.protocol.patient, "drug": first.protocol.drug}
    rows = []
    for _race in range(races):
        protocol = Protocol(code=new_code(), created_by=by, created_at=now, entry_key=uuid4(), **common)
        protocol.save()
        names = ("template", "document", "digest", "engine_version", "number", "saved_by", "saved_at")
        row = Version(protocol=protocol, entry_key=uuid4(), **{name: getattr(first, name) for name in names})
        row.save()
        rows.append(row)
    return rows


def told(outcomes, *errors):
    """One of each pair went through, the other was told by one of these errors."""
    for pair in outcomes:
        losers = [each for each in pair if isinstance(each, Exception)]
        assert len(losers) == 1, pair
        assert isinstance(losers[0], errors), losers[0]


def test_one_of_two_allergists_signs(drafts, allergist, nurse):
    people = (allergist, nurse)
    outcomes = run_races(lambda race, writer: signed(drafts[race], people[writer]), races=RACES)
    told(outcomes, ArrowRefusedError)
    assert Signature.objects.count() == RACES


def test_the_same_signature_twice_is_one(drafts, allergist):
    keys = [uuid4() for _ in drafts]
    outcomes = run_races(lambda race, _writer: signed(drafts[race], allergist, entry_key=keys[race]).pk, races=RACES)
    assert all(first == second for first, second in outcomes), outcomes
    assert Signature.objects.count() == RACES


def test_one_of_two_pharmacists_verifies(drafts, allergist, pharmacist, nurse):
    people = (pharmacist, nurse)
    checks = []
    for draft in drafts:
        signed(draft, allergist)
        checks.append([compared(draft, each) for each in people])
    outcomes = run_races(
        lambda race, writer: verified(drafts[race], people[writer], comparison=checks[race][writer]), races=RACES
    )
    told(outcomes, ArrowRefusedError)
    assert Signature.objects.filter(meaning=Meaning.VERIFIED).count() == RACES


def test_one_signs_while_the_other_edits(drafts, allergist):
    """Either may come first; what is signed is the version that was shown, and a later draft supersedes nothing."""

    def job(race, writer):
        return signed(drafts[race], allergist) if writer else next_version(drafts[race], allergist)

    for draft, (edited, signature) in zip(drafts, run_races(job, races=RACES), strict=True):
        assert isinstance(edited, Version), edited
        state = standing_of(draft).state
        if isinstance(signature, Exception):
            assert isinstance(signature, ArrowRefusedError), signature
            assert (signature.code, state) == ("not-latest", VersionState.DRAFT)
        else:
            assert (signature.version_id, state) == (draft.pk, VersionState.SIGNED)


def test_two_edit(drafts, allergist):
    outcomes = run_races(lambda race, _writer: next_version(drafts[race], allergist), races=RACES)
    told(outcomes, StaleVersionError)
    numbers = Version.objects.values("protocol", "number").annotate(rows=Count("pk"))
    assert {row["rows"] for row in numbers} == {1}


def test_a_release_meets_a_voiding_or_a_newer_signature(drafts, allergist, pharmacist):
    for draft in drafts:
        signed(draft, allergist)
        verified(draft, pharmacist)
    later = [next_version(draft, allergist) for draft in drafts[::2]]

    def job(race, writer):
        if writer:
            return released(drafts[race], allergist)
        return voided(drafts[race], allergist) if race % 2 else signed(later[race // 2], allergist)

    for race, (stop, release) in enumerate(run_races(job, races=RACES)):
        assert not isinstance(stop, Exception), stop
        over = VersionState.VOID if race % 2 else VersionState.SUPERSEDED
        assert standing_of(drafts[race]).state == over
        if isinstance(release, Exception):
            assert isinstance(release, ArrowRefusedError), release
    assert Voiding.objects.count() == RACES // 2
    assert Release.objects.count() <= RACES
