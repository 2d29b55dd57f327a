"""A breakthrough is kept as a reaction with its tie, once, and only where it can have come."""

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import SuspiciousOperation
from django.utils import timezone

from desens.audit.models import AuditEvent
from desens.records.once import OtherContentError
from procedures.breakthroughs.entered import NewTie
from procedures.breakthroughs.inserting import CorrectedAlreadyError, TiedAlreadyError
from procedures.breakthroughs.services import ImpossibleTieError, correct_tie, mark_tie_in_error, tie_reaction
from procedures.models import Breakthrough
from reactions.models import Reaction, Sign
from reactions.recording.services import ImpossibleReactionError, record_reaction
from tests.access.samples import sample_patient
from tests.procedures.records import breakthrough_of, breakthrough_reaction, procedure_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def patient(nurse):
    return sample_patient("1")


@pytest.fixture
def procedure(patient, nurse):
    return procedure_of(patient, nurse)


def a_reaction(patient, by, **changes) -> Reaction:
    new = breakthrough_reaction(**changes)
    return record_reaction(patient=patient, new=new, entry_key=uuid4(), by=by, at=timezone.now())


def tie(procedure, reaction, by, *, key=None, **place) -> Breakthrough:
    common = {"entry_key": key or uuid4(), "by": by, "at": timezone.now()}
    return tie_reaction(procedure=procedure, reaction=reaction, tie=NewTie(**place), **common)


def standing_ties():
    return list(Breakthrough.objects.filter(corrected_by=None, error=None))


def test_the_reaction_bears_the_procedures_steps_and_the_ties_step(procedure, nurse):
    key = uuid4()
    row = breakthrough_of(procedure, nurse, entry_key=key, reaction=breakthrough_reaction(occasion="infusion", step=2))
    reaction = Reaction.objects.get()
    assert (reaction.case_key, row.reaction_case) == (key, key)
    assert (reaction.occasion, reaction.step, reaction.protocol_steps) == ("desensitization", 13, 16)
    assert (row.step, row.minute, row.done_next) == (13, 90, "paused")


def test_several_of_one_procedure(procedure, nurse):
    for step in (10, 12, 13):
        breakthrough_of(procedure, nurse, step=step)
    assert sorted(row.step for row in standing_ties()) == [10, 12, 13]


def test_sent_again_is_found_with_one_event_each(procedure, nurse):
    key = uuid4()
    first = breakthrough_of(procedure, nurse, entry_key=key)
    assert breakthrough_of(procedure, nurse, entry_key=key) == first
    actions = list(AuditEvent.objects.exclude(action__startswith="registered").values_list("action", flat=True))
    assert actions.count("recorded breakthrough") == actions.count("recorded reaction") == 1
    assert (Reaction.objects.count(), Sign.objects.count()) == (1, 1)


def test_sent_again_with_another_step_is_refused(procedure, nurse):
    key = uuid4()
    breakthrough_of(procedure, nurse, entry_key=key)
    with pytest.raises(OtherContentError):
        breakthrough_of(procedure, nurse, entry_key=key, step=12)
    with pytest.raises(OtherContentError):
        breakthrough_of(procedure, nurse, entry_key=key, done_next="stopped")
    assert Reaction.objects.count() == 1


def test_nothing_is_kept_of_what_cannot_be(procedure, nurse):
    with pytest.raises(ImpossibleTieError):
        breakthrough_of(procedure, nurse, step=17)
    with pytest.raises(ImpossibleReactionError):
        breakthrough_of(procedure, nurse, reaction=breakthrough_reaction(onset=Decimal(-1)))
    assert (Reaction.objects.count(), Breakthrough.objects.count()) == (0, 0)


def test_a_key_of_another_procedure_is_refused(patient, procedure, nurse):
    key = uuid4()
    breakthrough_of(procedure, nurse, entry_key=key)
    with pytest.raises(SuspiciousOperation):
        breakthrough_of(procedure_of(patient, nurse), nurse, entry_key=key)


def test_a_recorded_reaction_is_tied_once(patient, procedure, nurse):
    reaction, key = a_reaction(patient, nurse), uuid4()
    first = tie(procedure, reaction, nurse, key=key, step=13)
    assert tie(procedure, reaction, nurse, key=key, step=13) == first
    with pytest.raises(TiedAlreadyError) as refusal:
        tie(procedure, reaction, nurse, step=13)
    assert refusal.value.first == first
    assert AuditEvent.objects.filter(action="tied reaction").count() == 1


def test_only_a_reaction_of_the_person_and_of_a_desensitization_is_tied(patient, procedure, nurse):
    with pytest.raises(SuspiciousOperation):
        tie(procedure, a_reaction(sample_patient("2"), nurse), nurse)
    with pytest.raises(ImpossibleTieError):
        tie(procedure, a_reaction(patient, nurse, occasion="infusion"), nurse)


def test_a_tie_to_the_wrong_procedure_is_marked_and_made_anew(patient, procedure, nurse):
    reaction, other = a_reaction(patient, nurse), procedure_of(patient, nurse)
    wrong = tie(procedure, reaction, nurse)
    mark_tie_in_error(tie=wrong, reason="another day", entry_key=uuid4(), by=nurse, at=timezone.now())
    right = tie(other, reaction, nurse)
    assert standing_ties() == [right]
    assert AuditEvent.objects.filter(action="marked in error", subject="breakthrough").count() == 1


def correct(row, by, *, key=None, **place):
    reaction = Reaction.objects.get(case_key=row.reaction_case)
    place_now = replace(NewTie(step=13, minute=Decimal(90)), **place)
    common = {"entry_key": key or uuid4(), "by": by, "at": timezone.now()}
    return correct_tie(corrects=row, reaction=reaction, tie=place_now, **common)


def test_a_correction_takes_the_place(procedure, nurse):
    row, key = breakthrough_of(procedure, nurse), uuid4()
    after = correct(row, nurse, key=key, done_next="stopped")
    assert standing_ties() == [after] == [correct(row, nurse, key=key, done_next="stopped")]
    with pytest.raises(CorrectedAlreadyError):
        correct(row, nurse, done_next="continued")
    assert standing_ties() == [after]


def test_what_was_marked_meanwhile_is_not_corrected(procedure, nurse):
    row = breakthrough_of(procedure, nurse)
    mark_tie_in_error(tie=row, reason="no reaction", entry_key=uuid4(), by=nurse, at=timezone.now())
    with pytest.raises(CorrectedAlreadyError):
        correct(Breakthrough.objects.get(pk=row.pk), nurse, done_next="stopped")
    assert standing_ties() == []
