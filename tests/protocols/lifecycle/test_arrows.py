"""Every arrow: who may take it, when it is refused, what is kept; a retry counts once and the loser is told."""

import json
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from desens.audit.models import AuditEvent
from desens.audit.signed_text import digest_of
from desens.records.once import OtherContentError
from patients.services import NoNewProtocolError, record_state
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.lifecycle.sign_offs import signed_reasons
from protocols.models import Comparison, Meaning, Release, Signature, Template, Version, VersionState, Voiding
from protocols.services import add_version
from protocols.version_state import standing_of, standings
from tests.clinic import drafted, libraries, prescribed, registered
from tests.protocols.lifecycle.steps import compared, released, signed, verified, voided
from tests.queries import queries_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def version(allergist) -> Version:
    libraries()
    return drafted(registered(allergist), allergist)


def next_version(version, by):
    return add_version(
        protocol=version.protocol,
        based_on=version.number,
        prescription=prescribed(),
        entry_key=uuid4(),
        by=by,
        at=timezone.now(),
    )


def state_of(version):
    return standing_of(version).state


def refused(code):
    return pytest.raises(ArrowRefusedError, match=f"^{code}$")


def test_the_way_from_draft_to_release(version, allergist, pharmacist):
    assert state_of(version) == VersionState.DRAFT
    signature = signed(version, allergist)
    assert state_of(version) == VersionState.SIGNED
    second = verified(version, pharmacist)
    assert state_of(version) == VersionState.VERIFIED
    given = released(version, allergist)
    assert state_of(version) == VersionState.RELEASED
    assert (second.prescription, given.verification) == (signature, second)
    actions = list(AuditEvent.objects.order_by("id").values_list("action", flat=True))[-4:]
    assert actions == ["signed version", "checked version", "verified version", "released version"]


def test_what_is_signed_says_its_meaning_time_and_what_was_signed(version, allergist):
    signature = signed(version, allergist)
    text = json.loads(signature.document)
    assert text["meaning"].startswith("I prescribe this protocol for this patient")
    assert (text["version_sha256"], text["number"]) == (version.digest, 1)
    assert text["signed_name"] == allergist.full_name
    assert text["signed_at"] == signature.at.isoformat()
    assert signature.sha256 == digest_of(signature.document)
    reasons = signed_reasons(signature)
    assert reasons
    assert {each.reason for each in reasons} == {"given so for years"}
    assert text["said"]["reasons"][0]["text"] == reasons[0].text


@pytest.mark.parametrize("reasons", [{}, {"reason-1": "  "}])
def test_a_finding_that_asks_is_not_signed_without_its_reason(version, allergist, reasons):
    with refused("reason-missing"):
        signed(version, allergist, reasons=reasons)
    assert not Signature.objects.exists()


def test_a_blocker_cannot_be_signed(allergist):
    libraries()
    blocked = drafted(registered(allergist), allergist, primed_with="diluent", dead_volume_ml="20")
    with refused("blocker"):
        signed(blocked, allergist, reasons={f"reason-{number}": "x" for number in range(1, 30)})


def test_only_the_latest_version_is_signed_and_only_as_it_was_shown(version, allergist):
    later = next_version(version, allergist)
    with refused("not-latest"):
        signed(version, allergist)
    with refused("other-digest"):
        signed(later, allergist, digest=version.digest)


def test_nobody_verifies_the_own_signature_by_any_path(version, allergist):
    signature, comparison = signed(version, allergist), compared(version, allergist)
    with refused("own-signature"):
        verified(version, allergist, comparison=comparison)
    with pytest.raises(IntegrityError), transaction.atomic():
        Signature(
            version=version,
            meaning=Meaning.VERIFIED,
            person=allergist,
            at=timezone.now(),
            document="{}",
            sha256="",
            prescription=signature,
            comparison=comparison,
            entry_key=uuid4(),
        ).save()
    assert state_of(version) == VersionState.SIGNED


@pytest.mark.parametrize("lacks", ["prescription", "comparison"])
def test_a_verification_without_its_grounds_is_refused_by_the_database(version, allergist, pharmacist, lacks):
    grounds = {"prescription": signed(version, allergist), "comparison": compared(version, pharmacist)}
    row = Signature(
        version=version,
        meaning=Meaning.VERIFIED,
        person=pharmacist,
        at=timezone.now(),
        entry_key=uuid4(),
        **(grounds | {lacks: None}),
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_only_an_own_check_that_agreed_verifies(version, allergist, pharmacist, nurse):
    signed(version, allergist)
    for comparison in (compared(version, pharmacist, "bag 1"), compared(version, nurse)):
        with refused("no-agreement"):
            verified(version, pharmacist, comparison=comparison)
    other = drafted(registered(allergist, hospital_number="9"), allergist)
    with refused("no-agreement"):
        verified(version, pharmacist, comparison=compared(other, pharmacist))


def test_a_check_of_one_release_serves_no_other(version, allergist, pharmacist):
    with refused("not-signed"):
        verified(version, pharmacist)
    with refused("not-verified"):
        released(version, allergist)
    signed(version, allergist)
    with refused("not-verified"):
        released(version, allergist)


def test_each_arrow_is_taken_once_and_the_second_person_is_told(version, allergist, pharmacist):
    signed(version, allergist)
    with refused("already") as told:
        signed(version, allergist)
    assert allergist.full_name in told.value.sentence
    verified(version, pharmacist)
    with refused("already"):
        verified(version, pharmacist)
    released(version, allergist)
    with refused("already"):
        released(version, allergist)


def test_the_same_form_sent_twice_counts_once(version, allergist, pharmacist):
    key = uuid4()
    assert signed(version, allergist, entry_key=key) == signed(version, allergist, entry_key=key)
    comparison, second = compared(version, pharmacist), uuid4()
    first = verified(version, pharmacist, comparison=comparison, entry_key=second)
    assert first == verified(version, pharmacist, comparison=comparison, entry_key=second)
    third = uuid4()
    assert released(version, allergist, entry_key=third) == released(version, allergist, entry_key=third)
    assert (Signature.objects.count(), Release.objects.count()) == (2, 1)


def test_a_key_of_another_version_is_refused(version, allergist):
    key = uuid4()
    signed(version, allergist, entry_key=key)
    other = drafted(registered(allergist, hospital_number="9"), allergist)
    with pytest.raises(OtherContentError):
        signed(other, allergist, entry_key=key)
    assert state_of(other) == VersionState.DRAFT


def test_a_later_signed_version_supersedes_a_later_draft_does_not(version, allergist, pharmacist):
    signed(version, allergist)
    verified(version, pharmacist)
    released(version, allergist)
    later = next_version(version, allergist)
    assert state_of(version) == VersionState.RELEASED
    signed(later, allergist)
    assert state_of(version) == VersionState.SUPERSEDED
    assert standing_of(version).superseded_by == 2
    assert state_of(later) == VersionState.SIGNED


def test_a_void_version_takes_no_step_and_says_so(version, allergist, pharmacist):
    signed(version, allergist)
    voided(version, allergist)
    assert state_of(version) == VersionState.VOID
    with refused("void"):
        verified(version, pharmacist)
    with refused("already"):
        voided(version, pharmacist)
    with pytest.raises(IntegrityError), transaction.atomic():
        Voiding(version=version, reason="", by=allergist, at=timezone.now(), entry_key=uuid4()).save()


@pytest.mark.parametrize("taken", [0, 1, 2])
def test_no_arrow_is_taken_for_who_has_died(version, allergist, pharmacist, taken):
    arrows = [(signed, allergist), (verified, pharmacist), (released, allergist)]
    for arrow, person in arrows[:taken]:
        arrow(version, person)
    record_state(
        patient=version.protocol.patient,
        state="deceased",
        since=timezone.localdate(),
        note="",
        entry_key=uuid4(),
        by=allergist,
        at=timezone.now(),
    )
    arrow, person = arrows[taken]
    with pytest.raises(NoNewProtocolError):
        arrow(version, person)


def test_a_newer_template_reopens_signing(version, allergist, pharmacist):
    signed(version, allergist)
    used = version.template
    Template(
        slug=used.slug,
        revision=used.revision + 1,
        title=used.title,
        content=used.content,
        loaded_at=timezone.now(),
    ).save()
    with refused("reopened") as told:
        verified(version, pharmacist)
    assert "revision 2" in told.value.sentence
    with refused("reopened"):
        signed(drafted_before(version, allergist), allergist)


def drafted_before(version, allergist):
    """A draft that still uses the older revision: saved before the newer came."""
    row = Version.objects.get(pk=version.pk)
    copy = Version(
        **{name: getattr(row, name) for name in ("protocol", "template", "document", "digest", "engine_version")},
        number=2,
        saved_by=allergist,
        saved_at=timezone.now(),
        entry_key=uuid4(),
    )
    copy.save()
    return copy


@pytest.mark.parametrize("table", ["signature", "comparison", "release", "voiding", "version"])
@pytest.mark.parametrize("statement", ["update protocols_{0} set entry_key = entry_key", "delete from protocols_{0}"])
def test_what_was_signed_is_changed_by_no_statement(version, allergist, pharmacist, table, statement):
    signed(version, allergist)
    verified(version, pharmacist)
    released(version, allergist)
    voided(version, allergist)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table))


def test_the_standings_of_many_take_four_queries(version, allergist, pharmacist):
    signed(version, allergist)
    verified(version, pharmacist)
    later = next_version(version, allergist)
    assert queries_of(lambda: standings([version])) == 4
    assert queries_of(lambda: standings([version, later])) == 4
    assert Comparison.objects.count() == 1
