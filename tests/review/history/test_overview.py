"""The picture to scale: every dated thing once on its lane, nothing of an unknown day."""

from datetime import date, timedelta

import pytest

from patients.person import records_of
from review.history.courses import history
from tests.access.samples import somebody
from tests.clinic import registered
from tests.reactions.recording.records import STARTED, decision_row, reaction_row
from tests.reactions.samples.records import kept, new
from tests.review.history import made

pytestmark = pytest.mark.django_db
SEPTEMBER = date(2026, 9, 11)


def picture(patient):
    (course,) = history(records_of(patient), code=patient.code, viewer=somebody())
    return course.picture


def lanes(patient) -> dict[str, str]:
    return {lane.name: "".join(dot.glyph for dot in lane.dots) for lane in picture(patient).lanes}


def test_one_thing_makes_no_picture(allergist):
    patient = registered(allergist)
    made.procedure(patient, allergist)
    assert picture(patient) is None


def test_each_thing_stands_on_its_lane_as_it_ended(allergist):
    patient = registered(allergist)
    made.procedure(patient, allergist, ending=made.stopped(3))
    made.procedure(patient, allergist, SEPTEMBER)
    made.procedure(patient, allergist, date(2026, 10, 2), ending=None)
    ending = made.NewEnding(outcome="completed with reaction")
    made.breakthrough(made.procedure(patient, allergist, date(2026, 10, 30), ending=ending), allergist, 3)
    made.dose(patient, allergist, SEPTEMBER - timedelta(days=7))
    decision_row(reaction_row(patient, allergist), allergist)
    kept(patient, allergist, new())
    assert lanes(patient) == {
        "desensitizations, tolerated": "■",
        "desensitizations, completed with reaction": "▲",
        "desensitizations, stopped": "✕",
        "desensitizations, outcome not recorded": "?",
        "other reactions": "▲",
        "adjuvant doses": "◆",
        "skin tests and samples": "○",
    }
    assert picture(patient).undrawn == ""
    assert picture(patient).text == (
        f"To scale, from 2026-08-20 to {(STARTED + timedelta(days=10)).date()}: desensitizations, tolerated: 1, "
        "desensitizations, completed with reaction: 1, desensitizations, stopped: 1, "
        "desensitizations, outcome not recorded: 1, other reactions: 1, adjuvant doses: 1, "
        "skin tests and samples: 1. Each stands below with its date."
    )


def test_what_has_no_known_day_is_left_out_and_counted(allergist):
    patient = registered(allergist)
    made.procedure(patient, allergist)
    made.procedure(patient, allergist, SEPTEMBER)
    made.procedure(patient, allergist, date(2024, 1, 1), particulars={"day_precision": "year"})
    made.dose(patient, allergist, date(2024, 1, 1), given_precision="month")
    assert lanes(patient) == {"desensitizations, tolerated": "■■"}
    assert picture(patient).undrawn == "Not drawn, as the day is not known: 2."
