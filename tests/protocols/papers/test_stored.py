"""The sheet of a released version is drawn once, stored with its hash, and handed out as stored (safety.md H7)."""

import hashlib
import threading

import pytest
from django.db import connections

from desens.audit.models import AuditEvent
from desens.records.models import AppendOnlyError
from protocols.models import StoredDocument
from tests.clinic import drafted, labelled, registered
from tests.protocols.lifecycle.steps import signed, voided
from tests.protocols.lifecycle.test_arrows import next_version
from tests.protocols.papers.scene import paper_of, released_version, texts
from tests.queries import queries_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def version(allergist, pharmacist):
    return released_version(allergist, pharmacist)


def events(action):
    return [event for event in AuditEvent.objects.order_by("id") if event.action == action]


def test_the_second_print_is_the_stored_file_byte_for_byte(version, nurse, as_user, settings):
    first = paper_of(as_user(nurse), version)
    settings.PUBLIC_ADDRESS = "https://moved.example"
    assert paper_of(as_user(nurse), version) == first
    row = StoredDocument.objects.get()
    assert bytes(row.pdf) == first
    assert row.sha256 == hashlib.sha256(first).hexdigest()
    assert (row.paper, row.variant, row.by) == ("nursing sheet", "", nurse)


def test_every_print_is_an_event_with_the_hash_of_what_was_handed_out(version, nurse, as_user):
    pdf = paper_of(as_user(nurse), version)
    paper_of(as_user(nurse), version)
    assert len(events("stored")) == 1
    printed = events("printed")
    assert [event.by for event in printed] == [nurse.username] * 2
    assert all(hashlib.sha256(pdf).hexdigest() in event.after for event in printed)


def test_what_is_not_released_is_not_stored(nurse, allergist, as_user, version):
    draft = drafted(registered(allergist, hospital_number="77"), allergist)
    paper_of(as_user(nurse), draft)
    signed(draft, allergist)
    paper_of(as_user(nurse), draft)
    assert not StoredDocument.objects.exists()
    assert len(events("printed")) == 2


def test_the_reprint_of_a_superseded_version_says_so_and_is_stored_beside(version, allergist, nurse, as_user):
    valid = paper_of(as_user(nurse), version)
    signed(next_version(version, allergist), allergist)
    reprint = paper_of(as_user(nurse), version)
    assert all("SUPERSEDED - NOT FOR ADMINISTRATION" in page for page in texts(reprint))
    assert [bytes(row.pdf) for row in StoredDocument.objects.order_by("id")] == [valid, reprint]
    assert paper_of(as_user(nurse), version) == reprint


def test_the_reprint_of_a_void_version_says_so(version, allergist, nurse, as_user):
    paper_of(as_user(nurse), version)
    voided(version, allergist)
    assert all("VOID - NOT FOR ADMINISTRATION" in page for page in texts(paper_of(as_user(nurse), version)))


def test_an_allergy_recorded_since_stands_on_a_sheet_of_its_own(version, nurse, as_user):
    before = paper_of(as_user(nurse), version)
    labelled(version.protocol.patient, nurse, "latex")
    after = paper_of(as_user(nurse), version)
    assert "latex" in texts(after)[0]
    assert "latex" not in texts(before)[0]
    assert StoredDocument.objects.count() == 2


def test_a_stored_document_cannot_be_changed(version, nurse, as_user):
    paper_of(as_user(nurse), version)
    row = StoredDocument.objects.get()
    row.pdf = b"other"
    with pytest.raises(AppendOnlyError):
        row.save()
    with pytest.raises(AppendOnlyError):
        StoredDocument.objects.update(pdf=b"other")


def test_people_who_print_at_once_get_the_same_file(version, nurse, as_user):
    clients, found = [as_user(nurse) for _ in range(4)], []

    def print_it(client):
        try:
            found.append(paper_of(client, version))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=print_it, args=[client]) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert len(set(found)) == 1
    assert StoredDocument.objects.count() == 1
    assert len(events("stored")) == 1


def test_a_reprint_is_a_literal_number_of_queries(version, nurse, as_user):
    client = as_user(nurse)
    paper_of(client, version)
    assert queries_of(lambda: paper_of(client, version)) == 48
