"""No duplicates, nothing lost, every loser told (safety.md H9), on both databases."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import IntegrityError

from desens.audit import chain
from desens.audit.models import AuditEvent
from desens.audit.recording import recording
from desens.records.once import insert_once
from desens.records.versioned import StaleSave, change
from tests.records.app.models import Entry, Note, Setting
from tests.records.races import RACES, run_races

pytestmark = pytest.mark.django_db(transaction=True)
AT = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)


def note(record, action):
    record.event(action, subject="race", subject_code="1")


def test_the_same_number_is_taken_once_and_every_loser_is_told():
    def take(race, writer):
        with recording(by=f"writer {writer}", at=AT) as record:
            Note(number=race).save()
            note(record, "noted")
        return "won"

    outcomes = run_races(take, writers=3)

    assert Note.objects.count() == RACES
    for outcome in outcomes:
        assert outcome.count("won") == 1
        assert sum(isinstance(one, IntegrityError) for one in outcome) == 2
    assert AuditEvent.objects.count() == RACES
    assert chain.verify() == []


def test_an_entry_sent_several_times_at_once_is_accepted_once():
    def send(race, writer):
        with recording(by="device", at=AT) as record:
            entry, created = insert_once(Entry(entry_key=UUID(int=race), reading=race))
            if created:
                note(record, "entered")
        return entry.pk, created

    outcomes = run_races(send, writers=3)

    assert Entry.objects.count() == RACES
    for outcome in outcomes:
        assert len({pk for pk, _ in outcome}) == 1
        assert [created for _, created in outcome].count(True) == 1
    assert AuditEvent.objects.count() == RACES


def test_no_change_is_lost_and_the_loser_sees_who_won():
    setting = Setting.objects.create()

    def raise_value(race, writer):
        seen = Setting.objects.get(pk=setting.pk)
        with recording(by=f"writer {writer}", at=AT) as record:
            change(seen, expected_version=race + 1, value=10 * race + writer)
            note(record, "changed")
        return seen.value

    outcomes = run_races(raise_value, writers=3)

    for race, outcome in enumerate(outcomes):
        won = [value for value in outcome if isinstance(value, int)]
        told = [one.current for one in outcome if isinstance(one, StaleSave)]
        assert len(won) == 1
        assert [current.value for current in told] == won * 2
        assert {current.version for current in told} == {race + 2}
    setting.refresh_from_db()
    assert setting.version == RACES + 1
    assert AuditEvent.objects.count() == RACES


def test_the_audit_chain_of_eight_writers_is_unbroken():
    def record_one(race, writer):
        with recording(by=f"writer {writer}", at=AT) as record:
            note(record, "first")
            note(record, "second")
        return "written"

    races = max(RACES // 8, 1)
    outcomes = run_races(record_one, races=races, writers=8)

    assert all(outcome == ["written"] * 8 for outcome in outcomes)
    assert AuditEvent.objects.count() == races * 16
    assert chain.verify() == []
    pairs = list(AuditEvent.objects.order_by("pk").values_list("by", "action"))
    assert all(
        first[0] == second[0] and second[1] == "second" for first, second in zip(pairs[::2], pairs[1::2], strict=True)
    )
