"""Two people write the same procedure at the same moment: one goes first, the other is told (`make nightly`)."""

from dataclasses import replace
from uuid import uuid4

import pytest

from procedures.models import InfusionEvent, Particulars, Procedure
from procedures.recording.amending import amend_procedure
from procedures.recording.services import ChangedSinceError, RecordedAlreadyError
from tests.access.samples import sample_patient, sample_version
from tests.procedures.recording.test_amending import amendment
from tests.procedures.test_recording_services import START, keep, whole
from tests.protocols.unit_templates.test_races import told
from tests.records.races import RACES as RACES_IN_ALL
from tests.records.races import run_races

RACES = RACES_IN_ALL // 8  # there are four kinds, and each writes many rows
pytestmark = pytest.mark.django_db(transaction=True)


def corrected(row, seen, key, by, staff):
    new = amendment()
    said = replace(new, particulars=replace(new.particulars, staff=staff))
    return amend_procedure(procedure=row, seen=seen, new=said, entry_key=key, by=by, at=START).pk


def test_one_of_two_corrects(allergist, nurse):
    row, people = keep(whole(), patient=sample_patient("1"), user=nurse), (allergist, nurse)
    outcomes = run_races(
        lambda race, writer: corrected(row, race + 1, uuid4(), people[writer], f"{race} {writer}"), races=RACES
    )
    told(outcomes, ChangedSinceError)
    assert Particulars.objects.count() == RACES + 1


def test_the_same_correction_sent_twice_is_one(nurse):
    row, keys = keep(whole(), patient=sample_patient("1"), user=nurse), [uuid4() for _ in range(RACES)]
    outcomes = run_races(lambda race, _writer: corrected(row, race + 1, keys[race], nurse, str(race)), races=RACES)
    assert all(first == second for first, second in outcomes), outcomes
    assert Particulars.objects.count() == RACES + 1


def test_the_same_procedure_sent_twice_is_one(nurse):
    patient, keys = sample_patient("1"), [uuid4() for _ in range(RACES)]
    outcomes = run_races(
        lambda race, _writer: keep(whole(), patient=patient, user=nurse, key=keys[race]).pk, races=RACES
    )
    assert all(first == second for first, second in outcomes), outcomes
    assert Procedure.objects.count() == RACES
    assert InfusionEvent.objects.count() == 16 * RACES


def test_of_two_who_record_one_version_one_is_told_who_was_first(allergist, nurse):
    version, people = sample_version(sample_patient("1")), (allergist, nurse)
    outcomes = run_races(
        lambda _race, writer: keep(whole(version), patient=version.protocol.patient, user=people[writer]).pk, races=1
    )
    told(outcomes, RecordedAlreadyError)
    assert Procedure.objects.count() == 1
