"""Two people at the same moment at an oral version (3,750 more races in `make nightly`): as test_races.py."""

from uuid import uuid4

import pytest
from django.db.models import Count
from django.utils import timezone

from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.models import Signature, Version, VersionState
from protocols.services import StaleVersionError, add_version
from protocols.version_document import read_document
from protocols.version_state import standing_of
from tests.clinic import libraries, registered
from tests.protocols.lifecycle.steps import signed
from tests.protocols.lifecycle.test_races import RACES as RACES_BY_INFUSION
from tests.protocols.lifecycle.test_races import copies_of, told
from tests.protocols.oral.prescribing import COTRIMOXAZOLE, drafted_orally, prescribed_orally
from tests.records.races import run_races

RACES = RACES_BY_INFUSION // 2
pytestmark = pytest.mark.django_db(transaction=True)
#: What each of the two types for the last day, in mg of trimethoprim.
DOSES = (100, 120)


@pytest.fixture
def drafts(allergist):
    """One fresh draft of co-trimoxazole for each race: the same document in a protocol of its own."""
    libraries()
    return copies_of(drafted_orally(registered(allergist), allergist, **COTRIMOXAZOLE), by=allergist, races=RACES)


@pytest.fixture
def edits():
    """What each of the two prescribes."""
    return [prescribed_orally(**COTRIMOXAZOLE, phase__6__dose=str(dose), head__1__target=str(dose)) for dose in DOSES]


def edited(version, prescription, by, key=None):
    return add_version(
        protocol=version.protocol,
        based_on=1,
        prescription=prescription,
        entry_key=key or uuid4(),
        by=by,
        at=timezone.now(),
    )


def last_day(version):
    """What is stored for the last day: trimethoprim and sulfamethoxazole."""
    document = read_document(version.document)
    return [one.schedule.days[-1].total for one in (document, *document.others)]


def test_two_edit_and_the_winners_doses_are_stored_whole(drafts, edits, allergist, nurse):
    people = (allergist, nurse)
    outcomes = run_races(lambda race, writer: edited(drafts[race], edits[writer], people[writer]), races=RACES)
    told(outcomes, StaleVersionError)
    for pair in outcomes:
        winner = next(number for number, each in enumerate(pair) if isinstance(each, Version))
        assert last_day(Version.objects.get(pk=pair[winner].pk)) == [DOSES[winner], 5 * DOSES[winner]]
        assert pair[1 - winner].latest == 2
    numbers = Version.objects.values("protocol", "number").annotate(rows=Count("pk"))
    assert {row["rows"] for row in numbers} == {1}
    assert Version.objects.filter(number=2).count() == RACES


def test_the_same_draft_sent_twice_is_one(drafts, edits, allergist):
    keys = [uuid4() for _ in drafts]
    outcomes = run_races(lambda race, _writer: edited(drafts[race], edits[0], allergist, keys[race]), races=RACES)
    assert all(first == second for first, second in outcomes), outcomes
    assert Version.objects.filter(number=2).count() == RACES


def test_one_signs_while_the_other_edits(drafts, edits, allergist):
    """Either may come first; what is signed is the calendar that was shown, and a later draft supersedes nothing."""

    def job(race, writer):
        return signed(drafts[race], allergist) if writer else edited(drafts[race], edits[0], allergist)

    for draft, (draft_2, signature) in zip(drafts, run_races(job, races=RACES), strict=True):
        assert isinstance(draft_2, Version), draft_2
        state = standing_of(draft).state
        if isinstance(signature, Exception):
            assert isinstance(signature, ArrowRefusedError), signature
            assert (signature.code, state) == ("not-latest", VersionState.DRAFT)
        else:
            assert (signature.version_id, state) == (draft.pk, VersionState.SIGNED)
            assert last_day(draft) == [80, 400]
    assert Version.objects.filter(number=2).count() == RACES
    assert Signature.objects.count() <= RACES
