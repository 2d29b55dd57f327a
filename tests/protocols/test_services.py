"""Saving protocols: frozen documents, the stale-save guard, once however often sent."""

import json
from fractions import Fraction
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.exceptions import SuspiciousOperation
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from desens.audit import chain
from desens.audit.models import AuditEvent
from desens.records.once import OtherContentError
from patients.models import Patient
from protocols.library_services import FOLDER, ChangedRevisionError, load_templates
from protocols.models import Protocol, Template, Version
from protocols.services import StaleVersionError, add_version, start_protocol
from protocols.version_document import digest, document_text, read_document, short_hash
from tests.clinic import SIXTEEN_STEPS, drafted, libraries, prescribed, registered, weighed
from tests.records.races import RACES, run_races

pytestmark = pytest.mark.django_db(transaction=True)
KEPT = Path(__file__).parent / "kept" / "version_document_schema_1.json"
KEPT_2 = KEPT.with_name("version_document_schema_2.json")


@pytest.fixture
def patient(allergist) -> Patient:
    libraries()
    return registered(allergist)


def save_next(protocol, based_on, by, key=None):
    return add_version(
        protocol=protocol,
        based_on=based_on,
        prescription=prescribed(),
        entry_key=key or uuid4(),
        by=by,
        at=timezone.now(),
    )


def test_a_draft_holds_schedule_orders_and_identity_in_one_hashed_document(patient, allergist):
    version = drafted(patient, allergist)
    document = read_document(version.document)
    assert document.identity["code"] == patient.code
    assert document.schedule.steps[0].dose == Fraction("0.003")
    assert document.schedule.total_dose == 1200
    assert document.orders.fluids.startswith("normal saline 100 mL/h")
    assert document.orders.filter_text == "in-line filter, 0.2 micrometres"
    assert version.digest == digest(version.document)
    assert version.digest.startswith(short_hash(version.digest)[:4])
    assert [event.action for event in AuditEvent.objects.order_by("-id")[:2]] == ["saved draft", "opened"]


def test_a_document_read_and_written_again_is_the_same_text(patient, allergist):
    weighed(patient, allergist)
    text = drafted(patient, allergist).document
    assert document_text(read_document(text)) == text


def test_the_kept_document_of_schema_1_is_still_read():
    text = KEPT.read_text(encoding="utf-8").strip()
    document = read_document(text)
    assert document_text(document) == text
    assert document.schedule.steps[-1].cumulative_dose == 1200


def test_the_kept_document_of_schema_2_is_still_read():
    text = KEPT_2.read_text(encoding="utf-8").strip()
    document = read_document(text)
    assert document_text(document) == text
    assert (document.edited, document.cycle, document.copied_from) == (True, 2, "n3zjdd5ktr/1")
    assert document.dose_order.unrounded == Fraction("1178.6")
    assert document.schedule.steps[-1].cumulative_dose == 1200


def test_a_document_of_an_unknown_schema_is_refused():
    stored = json.loads(KEPT.read_text(encoding="utf-8")) | {"schema": 99}
    with pytest.raises(ValueError, match="schema 99"):
        read_document(json.dumps(stored))


def test_rescue_doses_follow_the_weight_of_the_day_and_are_missing_without(patient, allergist):
    before = read_document(drafted(patient, allergist).document)
    assert before.orders.rescue.missing == ("weight",)
    weighed(patient, allergist, "41.5")
    after = read_document(drafted(patient, allergist).document)
    assert after.orders.rescue.dose_mg == Fraction("0.42")


def test_the_same_draft_sent_twice_is_saved_once(patient, allergist):
    key = uuid4()
    arguments = {"patient": patient, "prescription": prescribed(), "entry_key": key, "by": allergist}
    first, second = (start_protocol(**arguments, at=timezone.now()) for _ in range(2))
    assert first == second
    assert Protocol.objects.count() == Version.objects.count() == 1


def test_a_draft_changed_after_it_was_sent_is_not_told_as_saved(patient, allergist):
    common = {"patient": patient, "entry_key": uuid4(), "by": allergist, "at": timezone.now()}
    start_protocol(prescription=prescribed(), **common)
    for changed in (prescribed(target_dose="600"), prescribed(drug="bevacizumab")):
        with pytest.raises(OtherContentError):
            start_protocol(prescription=changed, **common)
    assert Version.objects.get().choices["target_dose"] == "1200"


def test_a_next_version_changed_after_it_was_sent_is_not_told_as_saved(patient, allergist):
    protocol, key = drafted(patient, allergist).protocol, uuid4()
    common = {"protocol": protocol, "based_on": 1, "entry_key": key, "by": allergist, "at": timezone.now()}
    add_version(prescription=prescribed(target_dose="900"), **common)
    with pytest.raises(OtherContentError):
        add_version(prescription=prescribed(target_dose="90"), **common)
    assert Version.objects.count() == 2


def test_an_entry_key_of_another_patient_is_refused(patient, allergist):
    other, key = registered(allergist, hospital_number="2"), uuid4()
    start_protocol(patient=patient, prescription=prescribed(), entry_key=key, by=allergist, at=timezone.now())
    with pytest.raises(SuspiciousOperation):
        start_protocol(patient=other, prescription=prescribed(), entry_key=key, by=allergist, at=timezone.now())
    assert Protocol.objects.get().patient == patient


def test_a_stale_save_is_refused_and_names_the_latest(patient, allergist):
    protocol = drafted(patient, allergist).protocol
    save_next(protocol, 1, allergist)
    with pytest.raises(StaleVersionError) as stale:
        save_next(protocol, 1, allergist)
    assert stale.value.latest == 2
    assert Version.objects.count() == 2


@pytest.mark.parametrize("based_on", [2, 7, 99_999])
def test_a_save_after_a_version_that_is_not_there_is_refused(patient, allergist, based_on):
    protocol = drafted(patient, allergist).protocol
    with pytest.raises(StaleVersionError):
        save_next(protocol, based_on, allergist)
    assert Version.objects.count() == 1


def test_two_saves_at_once_keep_one_and_tell_the_other(patient, allergist):
    protocol = drafted(patient, allergist).protocol

    def save(race, _writer):
        try:
            return save_next(protocol, race + 1, allergist).number
        except StaleVersionError as stale:
            return ("told", stale.latest)

    outcomes = run_races(save, races=RACES // 20)
    for race, outcome in enumerate(outcomes):
        assert sorted(outcome, key=str) == sorted([race + 2, ("told", race + 2)], key=str)
    assert Version.objects.count() == len(outcomes) + 1
    assert chain.verify() == []


def test_a_saved_version_cannot_be_changed_by_any_means(patient, allergist):
    version = drafted(patient, allergist)
    for statement in ("update protocols_version set document = '{}'", "delete from protocols_version"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    version.refresh_from_db()
    assert digest(version.document) == version.digest


def test_a_changed_template_without_a_new_revision_is_refused(patient, tmp_path):
    text = (FOLDER / f"{SIXTEEN_STEPS}.yaml").read_text(encoding="utf-8")
    (tmp_path / f"{SIXTEEN_STEPS}.yaml").write_text(text.replace("minutes: 15}", "minutes: 20}", 1), encoding="utf-8")
    with pytest.raises(ChangedRevisionError, match="changed without a new revision"):
        load_templates(by="test", at=timezone.now(), folder=tmp_path)


def test_templates_load_once_and_current_is_the_latest(patient):
    files = len(list(FOLDER.glob("*.yaml")))
    assert Template.objects.count() == files
    libraries()
    assert Template.objects.count() == files
