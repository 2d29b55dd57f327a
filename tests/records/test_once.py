"""What was entered arrives once, however often it is sent (safety.md H9)."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from desens.records.once import find_entry, insert_once
from tests.records.app.models import Entry

pytestmark = pytest.mark.django_db


def test_the_first_time_inserts():
    key = uuid4()
    entry, created = insert_once(Entry(entry_key=key, reading=98))
    assert created
    assert find_entry(Entry, key) == entry


def test_a_retry_finds_the_first_row_and_its_values():
    key = uuid4()
    first, _ = insert_once(Entry(entry_key=key, reading=98))
    again, created = insert_once(Entry(entry_key=key, reading=12))
    assert not created
    assert (again.pk, again.reading) == (first.pk, 98)
    assert Entry.objects.count() == 1


def test_an_unknown_key_finds_nothing():
    assert find_entry(Entry, uuid4()) is None


def test_another_violated_constraint_is_not_swallowed():
    """The check constraint of a positive number is not the key's."""
    with pytest.raises(DatabaseError), transaction.atomic():
        insert_once(Entry(entry_key=uuid4(), reading=-1))
    assert Entry.objects.count() == 0
    assert connection.is_usable()
