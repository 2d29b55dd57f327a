"""A breakthrough sent twice at the same moment is one, and neither sending is told that it came too late."""

from uuid import uuid4

import pytest

from procedures.models import Breakthrough
from reactions.models import Reaction
from tests.access.samples import sample_patient
from tests.procedures.breakthroughs.test_services import a_reaction, tie
from tests.procedures.records import breakthrough_of, procedure_of
from tests.records.races import RACES as RACES_IN_ALL
from tests.records.races import run_races

RACES = RACES_IN_ALL // 8
pytestmark = pytest.mark.django_db(transaction=True)


def test_the_same_breakthrough_sent_twice_is_one(nurse):
    procedure, keys = procedure_of(sample_patient("1"), nurse), [uuid4() for _ in range(RACES)]
    outcomes = run_races(lambda race, _writer: breakthrough_of(procedure, nurse, entry_key=keys[race]).pk, races=RACES)
    assert all(first == second for first, second in outcomes), outcomes
    assert (Reaction.objects.count(), Breakthrough.objects.count()) == (RACES, RACES)


def test_the_same_tie_sent_twice_is_one(nurse):
    patient = sample_patient("1")
    procedure, keys = procedure_of(patient, nurse), [uuid4() for _ in range(RACES)]
    reactions = [a_reaction(patient, nurse) for _ in range(RACES)]
    outcomes = run_races(lambda race, _writer: tie(procedure, reactions[race], nurse, key=keys[race]).pk, races=RACES)
    assert all(first == second for first, second in outcomes), outcomes
    assert Breakthrough.objects.count() == RACES
