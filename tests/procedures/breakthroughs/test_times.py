"""What the recorded times say of a moment: nothing behind a step whose start nobody noted."""

from datetime import timedelta
from fractions import Fraction

import pytest

from procedures.breakthroughs.course import course_of
from procedures.breakthroughs.entered import NewTie
from procedures.breakthroughs.filling import filled
from procedures.breakthroughs.impossible import problems
from tests.access.samples import sample_patient, sample_version
from tests.procedures.records import START, procedure_of

pytestmark = pytest.mark.django_db


def course(by, *events):
    patient = sample_patient("1")
    return course_of(procedure_of(patient, by, version=sample_version(patient), events=events))


def starts(*steps):
    return tuple(("start", step, 15 * (step - 1)) for step in steps)


def said(found, minute):
    run, dose = found.run_at(Fraction(minute)), found.delivered_at(Fraction(minute))
    return run and run.number, dose is not None


@pytest.mark.parametrize(
    ("noted", "known", "unknown"),
    [
        (starts(1), {10: 1}, [16, 120]),
        (starts(1, 2), {10: 1, 20: 2}, [31, 120]),
        (starts(1, 13), {10: 1}, [16, 185]),
        (starts(1, 2, 3, 16), {40: 3}, [46, 230]),
        ((*starts(1, 2), ("pause", None, 20)), {18: 2}, [21, 120]),
    ],
)
def test_behind_a_start_that_nobody_noted_nothing_is_computed(nurse, noted, known, unknown):
    found = course(nurse, *noted)
    assert {minute: said(found, minute) for minute in known} == {minute: (step, True) for minute, step in known.items()}
    assert [said(found, minute) for minute in unknown] == [(None, False)] * len(unknown)
    assert found.ended_at is None


def test_a_step_that_was_typed_is_not_refused_for_times_that_nobody_noted(nurse):
    found = course(nurse, *starts(1))
    tie = filled(NewTie(step=13, minute=185), found)
    assert (tie.step, tie.dose_reached, tie.dose_computed) == (13, None, False)
    assert problems(tie, course=found, now=START + timedelta(days=1)) == []
    assert filled(NewTie(minute=185), found).step is None


def test_at_the_end_of_the_last_start_noted_the_next_step_may_have_begun(nurse):
    found = course(nurse, *starts(1))
    assert problems(NewTie(step=2, minute=15), course=found, now=START + timedelta(days=1)) == []


def test_what_was_noted_whole_or_stopped_is_known_to_the_end(nurse):
    assert said(course(nurse, *starts(*range(1, 17))), 600) == (16, True)
    patient = sample_patient("2")
    events = (*starts(1, 2), ("stop", None, 25))
    found = course_of(procedure_of(patient, nurse, version=sample_version(patient), events=events))
    assert said(found, 300) == (2, True)
