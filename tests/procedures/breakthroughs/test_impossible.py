"""Where in a procedure a reaction cannot have come: each refusal names its field."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from procedures.breakthroughs.course import course_of
from procedures.breakthroughs.entered import NewTie
from procedures.breakthroughs.impossible import problems, problems_between
from reactions.models import Reaction
from tests.access.samples import sample_patient, sample_version
from tests.procedures.records import breakthrough_reaction, procedure_of

pytestmark = pytest.mark.django_db
#: Stopped 100 minutes after the start.
EVENTS = (("start", 1, 0), ("start", 2, 15), ("stop", 2, 100))


@pytest.fixture
def course(nurse):
    planned = {"planned_dose": Decimal(130), "planned_dose_unit": "mg"}
    return course_of(procedure_of(sample_patient("1"), nurse, events=EVENTS, **planned))


def fields(course, **place):
    return [problem.field for problem in problems(NewTie(**place), course=course, now=timezone.now())]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ({"step": 16, "bag": 4, "minute": Decimal(100), "done_next": "stopped"}, []),
        ({"step": 17}, ["step"]),
        ({"step": 0}, ["step"]),
        ({"bag": 5}, ["bag"]),
        ({"minute": Decimal(-1)}, ["minute"]),
        ({"minute": Decimal("100.5")}, ["minute"]),
        ({"dose_reached": Decimal(131), "dose_reached_unit": "mg"}, ["dose_reached"]),
        ({"dose_reached": Decimal(129_000), "dose_reached_unit": "mcg"}, []),
        ({"dose_reached": Decimal(1), "dose_reached_unit": "g"}, ["dose_reached"]),
        ({"dose_reached": Decimal(131), "dose_reached_unit": "IU"}, []),
        ({"hours_after_end": Decimal(1)}, ["hours_after_end"]),
        ({"done_next": "ended before"}, ["done_next"]),
        ({"late": True, "hours_after_end": Decimal(1), "done_next": "ended before"}, []),
        ({"late": True, "hours_after_end": Decimal(-1)}, ["hours_after_end"]),
        ({"late": True, "hours_after_end": Decimal(10_000)}, ["hours_after_end"]),
        ({"late": True, "step": 16}, ["step"]),
        ({"late": True, "minute": Decimal(99)}, ["minute"]),
        ({"late": True, "minute": Decimal(160)}, []),
        ({"late": True, "done_next": "stopped"}, ["done_next"]),
    ],
)
def test_a_place(course, place, expected):
    assert fields(course, **place) == expected


def between(course, place, **changes):
    row = Reaction(**breakthrough_reaction(**changes).columns())
    return [problem.field for problem in problems_between(row, tie=place, course=course)]


def test_the_reaction_agrees_with_the_procedure(course):
    assert between(course, NewTie(step=13)) == []
    assert between(course, NewTie(step=13), step=13, protocol_steps=16) == []
    assert between(course, NewTie(step=13), step=12) == ["step"]
    assert between(course, NewTie(), protocol_steps=12) == ["protocol_steps"]
    assert between(course, NewTie(), occasion="infusion") == ["reaction"]
    assert between(course, NewTie(), onset=Decimal(101)) == ["late"]
    assert between(course, NewTie(late=True), onset=Decimal(99)) == ["late"]
    assert between(course, NewTie(late=True), onset=Decimal(160)) == []


def test_the_days_agree_as_far_as_both_are_known(nurse):
    patient = sample_patient("2")
    month = {"day": date(2026, 11, 1), "day_precision": "month", "started_at": None}
    of_month = course_of(procedure_of(patient, nurse, **month))
    of_another = course_of(procedure_of(patient, nurse, day=date(2026, 11, 9), started_at=None))
    assert between(of_month, NewTie()) == []
    assert between(of_another, NewTie()) == ["started_on"]
    assert between(of_another, NewTie(), started_precision="month") == []


def test_the_released_schedule_says_steps_bags_and_end(nurse):
    patient = sample_patient("3")
    events = tuple(("start", step, 15 * (step - 1)) for step in range(1, 17))
    course = course_of(procedure_of(patient, nurse, version=sample_version(patient), events=events, steps=12, bags=1))
    assert (course.steps, course.bags, course.bag_of(5)) == (16, 4, 2)
    assert fields(course, step=5, bag=1) == ["bag"]
    assert fields(course, step=5, bag=2) == []
    assert course.ended_at is not None


def test_where_little_is_known_little_is_refused(nurse):
    course = course_of(procedure_of(sample_patient("4"), nurse, steps=None, bags=None, started_at=None))
    assert fields(course, step=99, bag=20, minute=Decimal(9_999)) == []
    assert course.ended_at is None
