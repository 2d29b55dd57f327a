"""Recording bags: once, of a version that may be given, by one person and checked by another; with its audit event."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import SuspiciousOperation
from django.utils import timezone

from desens.audit.models import AuditEvent
from desens.records.once import OtherContentError
from patients.services import NoNewProtocolError, record_state
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.making.selectors import standing_made
from protocols.models import BagsMade, BagsMeaning
from tests.clinic import drafted, registered
from tests.protocols.lifecycle.steps import PLANNED_ON, released, signed, verified, voided
from tests.protocols.lifecycle.test_arrows import next_version
from tests.protocols.making.scene import DILUENT, DRUG, checked, in_error, made
from tests.protocols.papers.scene import released_version
from tests.records.races import run_races
from tests.worklists.filled import newer_revision

pytestmark = pytest.mark.django_db(transaction=True)
RACES = 15


@pytest.fixture
def version(allergist, pharmacist):
    return released_version(allergist, pharmacist)


def refused(code, act):
    with pytest.raises(ArrowRefusedError, match=f"^{code}$"):
        act()


def test_the_record_its_lots_the_signature_and_the_event_are_one(version, pharmacist):
    bags = made(version, pharmacist, note="in the isolator")
    (signature,) = bags.signatures.all()
    assert (signature.person, signature.meaning) == (pharmacist, BagsMeaning.PREPARED)
    assert [(lot.product, lot.lot) for lot in bags.lots.order_by("id")] == [
        (DRUG.product, DRUG.lot),
        (DILUENT.product, ""),
    ]
    event = AuditEvent.objects.latest("id")
    assert (event.action, event.subject, event.by) == ("recorded bags", "bags made", pharmacist.username)
    assert event.patient_code == version.protocol.patient.code
    assert "B1234" in event.after


def test_sent_again_it_is_the_first_row_and_other_lots_are_no_retry(version, pharmacist):
    said = {"entry_key": uuid4(), "prepared_at": version.saved_at, "use_by": version.saved_at + timedelta(hours=3)}
    first = made(version, pharmacist, **said)
    assert made(version, pharmacist, **said) == first
    for other in ({"note": "other"}, {"lots": (DILUENT, DRUG)}):
        with pytest.raises(OtherContentError):
            made(version, pharmacist, **said | other)
    assert (BagsMade.objects.count(), first.lots.count(), first.signatures.count()) == (1, 2, 1)


def test_a_key_of_another_version_is_refused(version, allergist, pharmacist):
    said = {"entry_key": uuid4(), "prepared_at": version.saved_at, "use_by": version.saved_at + timedelta(hours=3)}
    made(version, pharmacist, **said)
    draft = drafted(registered(allergist, hospital_number="2"), allergist)
    signed(draft, allergist)
    verified(draft, pharmacist)
    released(draft, allergist)
    with pytest.raises((SuspiciousOperation, OtherContentError)):
        made(draft, pharmacist, **said)


def test_only_of_a_version_that_may_be_given(version, allergist, pharmacist):
    later = {"at": timezone.now() + timedelta(days=(PLANNED_ON - timezone.localdate()).days + 1)}
    refused("passed", lambda: made(version, pharmacist, **later))
    draft = drafted(registered(allergist, hospital_number="2"), allergist)
    for arrow, person in ((signed, allergist), (verified, pharmacist)):
        refused("not-released", lambda: made(draft, pharmacist))
        arrow(draft, person)
    refused("not-released", lambda: made(draft, pharmacist))
    released(draft, allergist)
    signed(next_version(draft, allergist), allergist)
    refused("superseded", lambda: made(draft, pharmacist))
    newer_revision(version.template)
    refused("reopened", lambda: made(version, pharmacist))
    voided(version, allergist)
    refused("void", lambda: made(version, pharmacist))
    assert not BagsMade.objects.exists()


def test_nothing_is_made_for_who_has_died(version, allergist, pharmacist):
    died = {"state": "deceased", "since": timezone.localdate(), "note": "", "entry_key": uuid4()}
    record_state(patient=version.protocol.patient, **died, by=allergist, at=timezone.now())
    with pytest.raises(NoNewProtocolError):
        made(version, pharmacist)


def test_what_the_form_tells_the_service_refuses_too(version, pharmacist):
    old = type(DRUG)(**vars(DRUG) | {"expires_on": date(2020, 1, 31)})
    refused("expired", lambda: made(version, pharmacist, lots=(old, DILUENT)))
    for lots in ((), (DRUG,), (DILUENT,)):
        with pytest.raises(ValueError, match="without a lot"):
            made(version, pharmacist, lots=lots)
    now = timezone.now()
    with pytest.raises(ValueError, match="before they are made"):
        made(version, pharmacist, prepared_at=now, use_by=now)


def test_another_person_checks_once_and_who_made_the_bags_never(version, pharmacist, nurse, allergist):
    bags = made(version, pharmacist)
    refused("own-bags", lambda: checked(bags, pharmacist))
    key = uuid4()
    first = checked(bags, nurse, entry_key=key)
    assert checked(bags, nurse, entry_key=key) == first
    with pytest.raises(OtherContentError):
        checked(bags, nurse, entry_key=key, remark="other")
    refused("already", lambda: checked(bags, allergist))
    assert AuditEvent.objects.filter(action="checked bags").count() == 1


def test_bags_of_a_void_version_are_not_checked_but_marked(version, allergist, pharmacist, nurse):
    bags = made(version, pharmacist)
    voided(version, allergist)
    refused("void", lambda: checked(bags, nurse))
    assert in_error(bags, nurse).entry == bags


def test_marked_once_and_then_recorded_anew(version, pharmacist, nurse):
    first = made(version, pharmacist)
    refused("already", lambda: made(version, nurse))
    mark = in_error(first, nurse, reason="other patient's")
    assert in_error(first, pharmacist) == mark
    refused("other-bags", lambda: checked(first, nurse))
    second = made(version, nurse)
    assert (second.instead_of, standing_made(version)) == (mark, second)
    assert AuditEvent.objects.filter(action="marked in error").count() == 1


def test_of_two_second_checks_at_one_moment_one_is_kept_and_the_other_told(version, pharmacist, nurse, allergist):
    people = (nurse, allergist)
    for _ in range(RACES):
        bags = made(version, pharmacist)
        (pair,) = run_races(lambda _race, writer, bags=bags: checked(bags, people[writer]), races=1)
        losers = [each for each in pair if isinstance(each, Exception)]
        assert [str(loser) for loser in losers] == ["already"], pair
        assert bags.signatures.count() == 2
        in_error(bags, nurse)


def test_of_two_who_record_at_one_moment_one_is_kept_and_the_other_told(version, pharmacist, nurse):
    people = (pharmacist, nurse)
    for _ in range(RACES):
        outcomes = run_races(lambda _race, writer: made(version, people[writer]), races=1)
        losers = [each for each in outcomes[0] if isinstance(each, Exception)]
        assert [str(loser) for loser in losers] == ["already"], outcomes
        standing = standing_made(version)
        assert [row.meaning for row in standing.signatures.all()] == ["prepared"]
        in_error(standing, nurse)


def test_the_same_form_from_two_taps_at_one_moment_is_one_record(version, pharmacist):
    said = {"prepared_at": version.saved_at, "use_by": version.saved_at + timedelta(hours=3)}
    for _ in range(RACES):
        key = uuid4()
        (pair,) = run_races(lambda _race, _writer, key=key: made(version, pharmacist, entry_key=key, **said), races=1)
        assert pair[0] == pair[1], pair
        in_error(pair[0], pharmacist)
