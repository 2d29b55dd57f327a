"""The amount delivered: computed where every time is known, and otherwise the one that is missing is named."""

from dataclasses import replace
from datetime import timedelta

import pytest

from procedures.delivered import delivered_of
from procedures.recording.entered import NewEnding, NewEvent, NewProcedure
from procedures.recording.standing import of_procedure
from tests.access.samples import sample_patient, sample_version
from tests.procedures.test_recording_services import START, keep, whole

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(nurse):
    return sample_version(sample_patient("1"))


def amount(version, nurse, **changes):
    new: NewProcedure = replace(whole(version), **changes)
    row = keep(new, patient=version.protocol.patient, user=nurse)
    return delivered_of(row, of_procedure(row))


def started(*steps):
    return tuple(NewEvent(kind="start", step=n, at=START + timedelta(minutes=15 * n)) for n in steps)


def with_a_repeat():
    """Step 3 twice, each start 15 minutes after the one before."""
    steps = [1, 2, 3, *range(3, 17)]
    return tuple(
        NewEvent(kind="start", step=n, at=START + timedelta(minutes=15 * place)) for place, n in enumerate(steps)
    )


def test_all_steps_with_their_times_give_the_whole_dose(version, nurse):
    found = amount(version, nurse)
    assert str(found.computed) == "1\u202f200\u00a0mg"
    assert found.cannot == ""


def test_a_missing_time_is_named(version, nurse):
    found = amount(version, nurse, events=started(1, 2, *range(4, 17)))
    assert found.computed is None
    assert found.cannot == "cannot be computed: the time of step 3 is missing"


def test_a_stop_gives_what_had_run_and_needs_its_time(version, nurse):
    ending = NewEnding(outcome="stopped", last_step=2, stopped_by="refusal")
    stop = NewEvent(kind="stop", at=START + timedelta(minutes=40))
    found = amount(version, nurse, events=(*started(1, 2), stop), ending=ending)
    assert found.computed is not None
    assert found.computed.value > 0


def test_after_a_repeat_nobody_knows_how_the_last_step_ran_unless_its_end_is_noted(version, nurse):
    found = amount(version, nurse, events=with_a_repeat())
    assert found.computed is None
    assert found.cannot == "cannot be computed: the end of the last step, which did not run as planned, is missing"


def test_with_its_end_noted_what_ran_is_computed(version, nurse):
    stop = NewEvent(kind="stop", at=START + timedelta(minutes=15 * 16 + 60))
    found = amount(version, nurse, events=(*with_a_repeat(), stop))
    assert 0 < found.computed.value < 1200


def test_without_the_time_of_the_stop_only_what_was_entered_is_known(version, nurse):
    ending = NewEnding(outcome="stopped", last_step=2, delivered=9, delivered_unit="mg")
    found = amount(version, nurse, events=started(1, 2), ending=ending)
    assert (found.computed, str(found.entered), str(found.best)) == (None, "9\u00a0mg", "9\u00a0mg")
    assert found.cannot == "cannot be computed: the time of the stop is missing"


def test_without_an_outcome_nobody_knows_when_it_ended(version, nurse):
    assert amount(version, nurse, ending=None).cannot == "cannot be computed: the outcome is missing"


def test_of_an_earlier_protocol_there_is_no_schedule(nurse):
    row = keep(whole(), patient=sample_patient("1"), user=nurse)
    assert delivered_of(row, of_procedure(row)).cannot == (
        "cannot be computed: the schedule of an earlier protocol is missing"
    )


def test_a_pause_that_was_never_resumed_does_not_end_what_was_completed(version, nurse):
    pause = NewEvent(kind="pause", at=START + timedelta(minutes=15 * 16 + 2))
    found = amount(version, nurse, events=(*started(*range(1, 17)), pause))
    assert found.computed is None
    assert found.cannot == "cannot be computed: the time of the resume is missing"
